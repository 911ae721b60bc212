/// Lines fitted to the neighbours of every point, the nearer with the greater weight.
///
/// Weights are tricube. The values lie in one row. Where they are several series by turns, such as the
/// months of the year, neighbours are `step` places apart.
/// Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6.
struct Loess: Sendable {
  let count: Int
  let step: Int
  /// How many neighbours take part on either side.
  let half: Int

  /// For each reach of the neighbours their weights by distance: those of reach r begin at
  /// r (r + 1) ÷ 2.
  let kernels: [Double]

  /// The points that have all neighbours on either side.
  let inner: Range<Int>
  let ends: [End]

  /// For each point, from `step` places before the first value on, the spread of its neighbours' distances
  /// from which on they make a line that is not level.
  private let leastSpreads: [Double]

  /// A point with fewer neighbours on one side, or outside of the values.
  struct End {
    var point: Int
    /// The first of its neighbours, how far from the point it lies, and how many there are.
    var first: Int
    var distance: Int
    var neighbours: Int
    var kernel: Int
  }

  /// Smooths a row of so many values with an odd number of neighbours.
  ///
  /// With `reachesOut` the points one place before and behind each series count too.
  init(window: Int, count: Int, step: Int = 1, reachesOut: Bool = false) {
    let half = window / 2
    (self.count, self.step, self.half) = (count, step, half)
    let widest = max(window - count / step, 0) / 2 + window + 1
    kernels = (0...widest).flatMap { reach in
      (0...reach).map { Loess.weight(distance: Double($0), reach: Double(reach)) }
    }
    let middle = half * step..<max(half * step, count - half * step)
    inner = middle.count < Four.scalarCount ? 0..<0 : middle
    var (ends, outside): ([End], [End]) = ([], [])
    var leastSpreads = [Double](repeating: 0, count: count + 2 * step)
    for phase in 0..<min(step, count) {
      let length = (count - phase + step - 1) / step
      let neighbours = min(window, length)
      let least = 0.001 * Double(length - 1)
      for position in -1...length {
        let point = phase + position * step
        leastSpreads[point + step] = least * least
        guard !inner.contains(point) else { continue }
        let left = min(max(position - half, 0), length - neighbours)
        let reach = max(position - left, left + neighbours - 1 - position)
        let widened = reach + max(window - length, 0) / 2
        let end = End(
          point: point,
          first: phase + left * step,
          distance: left - position,
          neighbours: neighbours,
          kernel: widened * (widened + 1) / 2
        )
        if (0..<length).contains(position) { ends.append(end) } else { outside.append(end) }
      }
    }
    self.ends = ends + (reachesOut ? outside : [])
    self.leastSpreads = leastSpreads
  }

  private static func weight(distance: Double, reach: Double) -> Double {
    guard distance <= 0.999 * reach else { return 0 }
    guard distance > 0.001 * reach else { return 1 }
    let share = distance / reach
    let rest = 1 - share * share * share
    return rest * rest * rest
  }

  // MARK: Lines

  /// What the lines through the neighbours of each point make of two sums over them: of the weighted
  /// values, and of these times their distance.
  ///
  /// Points are counted from `step` places before the first value. Both are zero where no neighbour
  /// has a weight.
  struct Lines: Sendable {
    var ofSum: [Double]
    var ofProduct: [Double]
    /// True where all values count alike: lines between the ends are level then.
    var isEven = true
  }

  /// The lines where all values count alike.
  func evenLines() -> Lines {
    let room = [Double](repeating: 0, count: count + 2 * step)
    var lines = Lines(ofSum: room, ofProduct: room)
    update(&lines, by: [Double](repeating: 1, count: count))
    lines.isEven = true
    return lines
  }

  /// Works the lines out for values of different weight.
  func update(_ lines: inout Lines, by weights: UnsafePointer<Double>) {
    lines.isEven = false
    kernels.withUnsafeBufferPointer { kernels in
      lines.ofSum.withUnsafeMutableBufferPointer { ofSum in
        lines.ofProduct.withUnsafeMutableBufferPointer { ofProduct in
          leastSpreads.withUnsafeBufferPointer { leastSpreads in
            eachInnerFour { point in
              let line = spread(around: point, weights, kernels).line(
                leastSpreads.four(at: point + step)
              )
              ofSum.set(line.ofSum, at: point + step)
              ofProduct.set(line.ofProduct, at: point + step)
            }
            for end in ends {
              let line = spread(around: end, weights, kernels).line(
                Four(repeating: leastSpreads[end.point + step])
              )
              ofSum[end.point + step] = line.ofSum[0]
              ofProduct[end.point + step] = line.ofProduct[0]
            }
          }
        }
      }
    }
  }

  /// The sums of the neighbours' weights, and of these times their distance and its square.
  private struct Spread {
    var weight: Four
    var distance = Four()
    var square = Four()

    @inline(__always)
    func line(_ leastSpread: Four) -> (ofSum: Four, ofProduct: Four) {
      let one = 1 / weight
      let mean = distance * one
      let spread = square * one - mean * mean
      let slope = (mean / spread).replacing(with: 0, where: .!(spread .> leastSpread))
      let none = .!(weight .> 0)
      return (
        (one + one * mean * slope).replacing(with: 0, where: none),
        (-one * slope).replacing(with: 0, where: none)
      )
    }
  }

  @inline(__always)
  private func spread(
    around point: Int,
    _ weights: UnsafePointer<Double>,
    _ kernels: UnsafeBufferPointer<Double>
  ) -> Spread {
    let kernel = half * (half + 1) / 2
    var sums = Spread(weight: kernels[kernel] * weights.four(at: point))
    for distance in 1..<half + 1 {
      let before = weights.four(at: point - distance * step)
      let behind = weights.four(at: point + distance * step)
      let weight = kernels[kernel + distance]
      let far = weight * Double(distance)
      sums.weight += weight * (behind + before)
      sums.distance += far * (behind - before)
      sums.square += far * Double(distance) * (behind + before)
    }
    return sums
  }

  private func spread(
    around end: End,
    _ weights: UnsafePointer<Double>,
    _ kernels: UnsafeBufferPointer<Double>
  ) -> Spread {
    var (sum, product, square) = (0.0, 0.0, 0.0)
    for neighbour in 0..<end.neighbours {
      let distance = end.distance + neighbour
      let weight =
        kernels[end.kernel + abs(distance)] * weights[end.first + neighbour * step]
      sum += weight
      product += weight * Double(distance)
      square += weight * Double(distance * distance)
    }
    return Spread(
      weight: Four(repeating: sum),
      distance: Four(repeating: product),
      square: Four(repeating: square)
    )
  }

  /// Calls the body with the first of each four inner points; the last four may repeat some.
  @inline(__always)
  func eachInnerFour(_ body: (Int) -> Void) {
    var point = inner.lowerBound
    while point + Four.scalarCount <= inner.upperBound {
      body(point)
      point += Four.scalarCount
    }
    if point < inner.upperBound { body(inner.upperBound - Four.scalarCount) }
  }
}
