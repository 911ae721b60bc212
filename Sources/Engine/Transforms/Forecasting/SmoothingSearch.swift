/// Looks for the parameters of Holt–Winters with the least sum of squared errors.
///
/// Levenberg's and Marquardt's method: errors and their derivatives by the three parameters are
/// worked out in one run over the values. The season's parameter is searched as a part of what the
/// level's leaves, so that every parameter has bounds of its own.
/// Nocedal and Wright 2006, Numerical optimization, chapter 10.
struct SmoothingSearch {
  private let values: [Double]
  private let start: HoltWinters.Start

  init(_ values: [Double], _ start: HoltWinters.Start) {
    self.values = values
    self.start = start
  }

  /// The parameters as they are searched: each from its lowest to its highest.
  private typealias Point = SIMD4<Double>
  private static let lowest = Point(0.0001, 0, 0, 0)
  private static let highest = Point(0.9999, 1, 1, 0)

  func best(from guess: HoltWinters.Weights) -> HoltWinters.Weights {
    let first = Point(guess.level, guess.slope, guess.season / (1 - guess.level), 0)
    var point = bounded(first)
    var here = run(point)
    var damping = 1e-3
    for _ in 0..<60 {
      guard let step = step(here, at: point, damping) else { break }
      let next = bounded(point + step)
      let there = run(next)
      guard there.sum < here.sum else {
        damping *= 8
        if damping > 1e8 || next == point { break }
        continue
      }
      let gained = here.sum - there.sum
      point = next
      here = there
      damping = max(damping / 8, 1e-12)
      if gained <= 1e-9 * there.sum { break }
    }
    return HoltWinters.Weights(
      level: point[0],
      slope: point[1],
      season: point[2] * (1 - point[0])
    )
  }

  private func bounded(_ point: Point) -> Point {
    point.clamped(lowerBound: SmoothingSearch.lowest, upperBound: SmoothingSearch.highest)
  }

  /// The sum of squares, half its slope, and the products of the derivatives.
  private struct Run {
    var sum = 0.0
    var gradient = Point()
    var products = [Point](repeating: Point(), count: 3)
  }

  private func run(_ point: Point) -> Run {
    let (a, b, part) = (point[0], point[1], point[2])
    let season = part * (1 - a)
    // How the season's own parameter moves with those searched.
    let seasonByPoint = Point(-part, 0, 1 - a, 0)
    var (level, slope) = (start.level, start.slope)
    var (levelBy, slopeBy) = (Point(), Point())
    var (sum, gradient) = (0.0, Point())
    var (first, second, third) = (Point(), Point(), Point())
    var phase = 0
    let period = start.season.count
    let onLevel = Point(1, 0, 0, 0)
    let onSlope = Point(b, a, 0, 0)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: period) { seasons in
      withUnsafeTemporaryAllocation(of: Point.self, capacity: period) { seasonsBy in
        for index in 0..<period {
          seasons.initializeElement(at: index, to: start.season[index])
          seasonsBy.initializeElement(at: index, to: Point())
        }
        values.withUnsafeBufferPointer { values in
          for value in values {
            let error = value - (level + slope + seasons[phase])
            let errorBy = -(levelBy + slopeBy + seasonsBy[phase])
            sum += error * error
            gradient += error * errorBy
            first += errorBy[0] * errorBy
            second += errorBy[1] * errorBy
            third += errorBy[2] * errorBy
            levelBy += slopeBy + a * errorBy + error * onLevel
            slopeBy += (a * b) * errorBy + error * onSlope
            seasonsBy[phase] += season * errorBy + error * seasonByPoint
            level += slope + a * error
            slope += a * b * error
            seasons[phase] += season * error
            phase = phase + 1 == period ? 0 : phase + 1
          }
        }
      }
    }
    return Run(sum: sum, gradient: gradient, products: [first, second, third])
  }

  /// The damped step downhill; parameters that stand at a bound and want beyond it stay.
  private func step(_ run: Run, at point: Point, _ damping: Double) -> Point? {
    let free = (0..<3).filter { index in
      let wantsUp = run.gradient[index] < 0
      if point[index] <= SmoothingSearch.lowest[index] { return wantsUp }
      if point[index] >= SmoothingSearch.highest[index] { return !wantsUp }
      return run.gradient[index] != 0
    }
    guard !free.isEmpty else { return nil }
    var matrix = SymmetricMatrix(free.count)
    for (row, first) in free.enumerated() {
      for (column, second) in free.enumerated() {
        matrix[row, column] = run.products[first][second]
      }
      matrix[row, row] += damping * max(matrix[row, row], 1e-12)
    }
    guard let solution = matrix.solving(free.map { -run.gradient[$0] }) else { return nil }
    var step = Point()
    for (index, value) in zip(free, solution) { step[index] = value }
    return step
  }
}
