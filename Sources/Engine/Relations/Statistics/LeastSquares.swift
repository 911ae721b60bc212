/// Ordinary least squares by Householder's reflections: the coefficients that leave the smallest sum
/// of squared residuals.
///
/// Golub and Van Loan 2013, Matrix computations, chapter 5.
struct LeastSquares: Sendable {
  let coefficients: [Double]
  let residuals: [Double]
  /// The inverse of X′X: the variances of the coefficients for residuals of variance one.
  let inverse: SymmetricMatrix

  var count: Int { residuals.count }

  /// Observations less coefficients.
  var degreesOfFreedom: Int { count - coefficients.count }

  var sumOfSquares: Double { residuals.reduce(0) { $0 + $1 * $1 } }

  /// The column that the ones before it explain in full, so that no coefficient can be told.
  struct Collinear: Error { var column: Int }

  init(of values: [Double], on design: Design) throws(Collinear) {
    var columns = design.columns
    var rotated = values
    let size = columns.count
    let count = values.count
    var diagonal = [Double](repeating: 0, count: size)
    for pivot in 0..<size {
      let length = LeastSquares.norm(columns[pivot][pivot...])
      let whole = LeastSquares.norm(design.columns[pivot][...])
      guard length > 1e-9 * whole else { throw Collinear(column: pivot) }
      let alpha = columns[pivot][pivot] > 0 ? -length : length
      diagonal[pivot] = alpha
      columns[pivot][pivot] -= alpha
      let reflector = columns[pivot][pivot...]
      let square = reflector.reduce(0) { $0 + $1 * $1 }
      for column in pivot + 1..<max(size, pivot + 1) {
        LeastSquares.reflect(&columns[column], across: reflector, square)
      }
      LeastSquares.reflect(&rotated, across: reflector, square)
    }
    coefficients = LeastSquares.backSubstituted(Array(rotated[..<size]), columns, diagonal)
    inverse = LeastSquares.inverse(columns, diagonal)
    var rest = values
    for (column, coefficient) in zip(design.columns, coefficients) {
      for index in 0..<count { rest[index] -= coefficient * column[index] }
    }
    residuals = rest
  }

  private static func norm(_ values: ArraySlice<Double>) -> Double {
    squareRoot(values.reduce(0) { $0 + $1 * $1 })
  }

  private static func reflect(
    _ values: inout [Double],
    across reflector: ArraySlice<Double>,
    _ square: Double
  ) {
    var product = 0.0
    for index in reflector.indices { product += reflector[index] * values[index] }
    let factor = 2 * product / square
    for index in reflector.indices { values[index] -= factor * reflector[index] }
  }

  /// R × x = right, R above the diagonal in the columns.
  private static func backSubstituted(
    _ right: [Double],
    _ columns: [[Double]],
    _ diagonal: [Double]
  ) -> [Double] {
    var solution = right
    for row in diagonal.indices.reversed() {
      for column in row + 1..<max(diagonal.count, row + 1) {
        solution[row] -= columns[column][row] * solution[column]
      }
      solution[row] /= diagonal[row]
    }
    return solution
  }

  /// (R′R)⁻¹ = R⁻¹ (R⁻¹)′.
  private static func inverse(_ columns: [[Double]], _ diagonal: [Double]) -> SymmetricMatrix {
    let size = diagonal.count
    let unit = (0..<size).map { position in
      var right = [Double](repeating: 0, count: size)
      right[position] = 1
      return backSubstituted(right, columns, diagonal)
    }
    var result = SymmetricMatrix(size)
    for row in 0..<size {
      for column in 0..<size {
        result[row, column] = (0..<size).reduce(0) { $0 + unit[$1][row] * unit[$1][column] }
      }
    }
    return result
  }
}

extension LeastSquares {
  /// How far estimates may be off, by what is assumed of the residuals.
  enum Errors: Hashable, Sendable {
    /// Of one variance and unrelated to each other.
    case classical
    /// Of different variance: White's estimate times n ÷ (n − k), HC1 of MacKinnon and White 1985.
    case robust
    /// Also related to those of so many periods before, by Bartlett's weights, times n ÷ (n − k).
    /// Newey and West 1987, Econometrica 55.
    case autocorrelated(lags: Int)
  }

  func covariance(_ errors: Errors, _ design: Design) -> SymmetricMatrix {
    let correction = Double(count) / Double(degreesOfFreedom)
    switch errors {
    case .classical: return inverse.scaled(by: sumOfSquares / Double(degreesOfFreedom))
    case .robust: return inverse.sandwich(meat(design, lags: 0), times: correction)
    case .autocorrelated(let lags):
      return inverse.sandwich(meat(design, lags: lags), times: correction)
    }
  }

  private func meat(_ design: Design, lags: Int) -> SymmetricMatrix {
    let scores = design.columns.map { column in zip(column, residuals).map { $0 * $1 } }
    var result = SymmetricMatrix(scores.count)
    for row in scores.indices {
      for column in scores.indices {
        for lag in 0...min(lags, count - 1) {
          var sum = 0.0
          for time in lag..<count { sum += scores[row][time] * scores[column][time - lag] }
          let weight = lag == 0 ? 1 : 1 - Double(lag) / Double(lags + 1)
          result[row, column] += weight * sum
          if lag > 0 { result[column, row] += weight * sum }
        }
      }
    }
    return result
  }
}
