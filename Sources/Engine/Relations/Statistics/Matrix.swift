/// Columns of equal length: the regressors of a model, one value an observation.
struct Design: Sendable {
  var columns: [[Double]]

  /// How many observations there are.
  var count: Int { columns.first?.count ?? 0 }

  init(_ columns: [[Double]]) { self.columns = columns }
}

/// A symmetric matrix of the variances of estimates, row by row.
struct SymmetricMatrix: Sendable {
  let size: Int
  private(set) var values: [Double]

  init(_ size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  /// self × other × self, other being symmetric: the bread around the meat of a sandwich.
  func sandwich(_ meat: SymmetricMatrix, times factor: Double = 1) -> SymmetricMatrix {
    let half = product(with: meat)
    var result = half.product(with: self)
    for index in result.values.indices { result.values[index] *= factor }
    return result
  }

  private func product(with other: SymmetricMatrix) -> SymmetricMatrix {
    var result = SymmetricMatrix(size)
    for row in 0..<size {
      for inner in 0..<size {
        let factor = self[row, inner]
        for column in 0..<size { result[row, column] += factor * other[inner, column] }
      }
    }
    return result
  }

  func scaled(by factor: Double) -> SymmetricMatrix {
    var copy = self
    for index in copy.values.indices { copy.values[index] *= factor }
    return copy
  }

  /// The rows and columns of some of the estimates.
  func block(_ kept: [Int]) -> SymmetricMatrix {
    var result = SymmetricMatrix(kept.count)
    for (row, first) in kept.enumerated() {
      for (column, second) in kept.enumerated() { result[row, column] = self[first, second] }
    }
    return result
  }

  /// The solution of self × x = right by Cholesky's factors; nil where self is not positive definite.
  func solving(_ right: [Double]) -> [Double]? {
    var factor = values
    for row in 0..<size {
      for column in 0...row {
        var sum = factor[row * size + column]
        for inner in 0..<column {
          sum -= factor[row * size + inner] * factor[column * size + inner]
        }
        guard row == column else {
          factor[row * size + column] = sum / factor[column * size + column]
          continue
        }
        guard sum > 0 else { return nil }
        factor[row * size + row] = squareRoot(sum)
      }
    }
    var solution = right
    for row in 0..<size {
      for inner in 0..<row { solution[row] -= factor[row * size + inner] * solution[inner] }
      solution[row] /= factor[row * size + row]
    }
    for row in (0..<size).reversed() {
      for inner in row + 1..<max(size, row + 1) {
        solution[row] -= factor[inner * size + row] * solution[inner]
      }
      solution[row] /= factor[row * size + row]
    }
    return solution
  }
}
