/// A line fitted to the neighbours of a point, the nearer with the greater weight.
///
/// Weights are tricube; positions count from 1, as in the Fortran of the paper.
/// Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6.
struct Loess {
  /// How many neighbours take part.
  let window: Int

  /// The smoothed values of a whole series.
  func smooth(_ values: [Double], weights: [Double]?, into result: inout [Double], at offset: Int) {
    let count = values.count
    var kernel = [Double](repeating: 0, count: count)
    var left = 1
    var right = min(window, count)
    // Between the ends every point sees its neighbours alike: their weights are found once.
    var centred: [Double]?
    for position in 1...count {
      if position > (window + 2) / 2, right != count {
        left += 1
        right += 1
      }
      let isCentred = weights == nil && position - left == right - position
      if isCentred, let centred {
        result[offset + position - 1] = sum(of: values, from: left, times: centred)
        continue
      }
      defer { if isCentred { centred = Array(kernel[left - 1..<right]) } }
      result[offset + position - 1] =
        estimate(values, at: position, from: left, to: right, weights, &kernel)
        ?? values[position - 1]
    }
  }

  private func sum(of values: [Double], from left: Int, times kernel: [Double]) -> Double {
    var sum = 0.0
    for index in kernel.indices { sum += kernel[index] * values[left - 1 + index] }
    return sum
  }

  /// The fitted value at a position, which may lie one outside; nil where all weights are zero.
  func estimate(
    _ values: [Double],
    at position: Int,
    from left: Int,
    to right: Int,
    _ weights: [Double]?,
    _ kernel: inout [Double]
  ) -> Double? {
    let count = values.count
    var reach = Double(max(position - left, right - position))
    if window > count { reach += Double((window - count) / 2) }
    var total = 0.0
    for index in left - 1..<right {
      let distance = Double(abs(index + 1 - position))
      kernel[index] = 0
      guard distance <= 0.999 * reach else { continue }
      kernel[index] = distance <= 0.001 * reach ? 1 : tricube(distance / reach)
      if let weights { kernel[index] *= weights[index] }
      total += kernel[index]
    }
    guard total > 0 else { return nil }
    for index in left - 1..<right { kernel[index] /= total }
    if reach > 0 { tilt(&kernel, at: position, from: left, to: right, count: count) }
    var fitted = 0.0
    for index in left - 1..<right { fitted += kernel[index] * values[index] }
    return fitted
  }

  /// Turns the weights of a local mean into those of a local line.
  private func tilt(
    _ kernel: inout [Double],
    at position: Int,
    from left: Int,
    to right: Int,
    count: Int
  ) {
    var mean = 0.0
    for index in left - 1..<right { mean += kernel[index] * Double(index + 1) }
    var spread = 0.0
    for index in left - 1..<right {
      let distance = Double(index + 1) - mean
      spread += kernel[index] * distance * distance
    }
    guard squareRoot(spread) > 0.001 * Double(count - 1) else { return }
    let slope = (Double(position) - mean) / spread
    for index in left - 1..<right { kernel[index] *= slope * (Double(index + 1) - mean) + 1 }
  }

  private func tricube(_ share: Double) -> Double {
    let rest = 1 - share * share * share
    return rest * rest * rest
  }
}
