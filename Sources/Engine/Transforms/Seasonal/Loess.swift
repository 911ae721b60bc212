/// A line fitted to the neighbours of a point, the nearer with the greater weight.
///
/// Weights are tricube; positions count from 1, as in the Fortran of the paper.
/// Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6.
struct Loess {
  /// How many neighbours take part.
  let window: Int

  /// How many values are smoothed.
  private let count: Int

  /// For each reach of the neighbours their weights by distance: those of reach r begin at
  /// r (r + 1) ÷ 2.
  private let kernels: [Double]

  /// Between the ends every point sees its neighbours alike: how much weight they have together.
  private let fullWeight: Double

  init(window: Int, count: Int) {
    self.window = window
    self.count = count
    let extra = window > count ? (window - count) / 2 : 0
    kernels = (0...min(window, count) + extra + 1).flatMap { reach in
      (0...reach).map { Loess.weight(distance: Double($0), reach: Double(reach)) }
    }
    let half = window / 2
    fullWeight = (-half...half).reduce(0) {
      $0 + Loess.weight(distance: Double(abs($1)), reach: Double(half))
    }
  }

  private static func weight(distance: Double, reach: Double) -> Double {
    guard distance <= 0.999 * reach else { return 0 }
    guard distance > 0.001 * reach else { return 1 }
    let share = distance / reach
    let rest = 1 - share * share * share
    return rest * rest * rest
  }

  /// The smoothed values of a whole series.
  func smooth(
    _ values: UnsafeBufferPointer<Double>,
    weights: UnsafeBufferPointer<Double>?,
    into result: UnsafeMutableBufferPointer<Double>
  ) {
    kernels.withUnsafeBufferPointer { kernels in
      var left = 1
      var right = min(window, count)
      let half = window / 2
      for position in 1...count {
        if position > (window + 2) / 2, right != count {
          left += 1
          right += 1
        }
        if weights == nil, position - left == half, right - position == half, fullWeight > 0 {
          let kernel = UnsafeBufferPointer(rebasing: kernels[(half * (half + 1) / 2)...])
          var sum = kernel[0] * values[position - 1]
          for distance in 1..<half + 1 {
            let pair = values[position - 1 - distance] + values[position - 1 + distance]
            sum += kernel[distance] * pair
          }
          result[position - 1] = sum / fullWeight
          continue
        }
        result[position - 1] =
          estimate(values, at: position, from: left, to: right, weights, kernels)
          ?? values[position - 1]
      }
    }
  }

  /// The fitted value at a position, which may lie one outside; nil where all weights are zero.
  func estimate(
    _ values: UnsafeBufferPointer<Double>,
    at position: Int,
    from left: Int,
    to right: Int,
    _ weights: UnsafeBufferPointer<Double>?
  ) -> Double? {
    kernels.withUnsafeBufferPointer {
      estimate(values, at: position, from: left, to: right, weights, $0)
    }
  }

  @inline(__always)
  private func estimate(
    _ values: UnsafeBufferPointer<Double>,
    at position: Int,
    from left: Int,
    to right: Int,
    _ weights: UnsafeBufferPointer<Double>?,
    _ kernels: UnsafeBufferPointer<Double>
  ) -> Double? {
    let extra = window > count ? (window - count) / 2 : 0
    let reach = max(position - left, right - position) + extra
    let start = reach * (reach + 1) / 2
    // Sums of the weights and of their products with distance and value: a line needs no more.
    var sums = Sums()
    if let weights {
      for index in left...right {
        let distance = index - position
        sums.add(kernels[start + abs(distance)] * weights[index - 1], distance, values[index - 1])
      }
    } else {
      for index in left...right {
        let distance = index - position
        sums.add(kernels[start + abs(distance)], distance, values[index - 1])
      }
    }
    return sums.line(count)
  }

  private struct Sums {
    var weight = 0.0
    var distance = 0.0
    var square = 0.0
    var value = 0.0
    var product = 0.0

    @inline(__always)
    mutating func add(_ weight: Double, _ distance: Int, _ value: Double) {
      let distance = Double(distance)
      let weighted = weight * distance
      self.weight += weight
      self.distance += weighted
      square += weighted * distance
      self.value += weight * value
      product += weighted * value
    }

    /// The line's value in the middle; the mean where the neighbours lie too close together.
    @inline(__always)
    func line(_ count: Int) -> Double? {
      guard weight > 0 else { return nil }
      let mean = distance / weight
      let level = value / weight
      let spread = square / weight - mean * mean
      guard spread > 0, squareRoot(spread) > 0.001 * Double(count - 1) else { return level }
      return level - mean / spread * (product / weight - mean * level)
    }
  }
}
