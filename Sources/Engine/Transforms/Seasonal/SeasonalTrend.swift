/// A series taken apart into season, trend and the rest by repeated local regression: STL.
///
/// Seasonal window 7, trend window the smallest odd number above 1.5 × period ÷ (1 − 1.5 ÷ 7), linear
/// fits, five inner passes; robust: two inner passes and fifteen that weigh outliers down. These are
/// the choices of statsmodels, with which it agrees.
/// Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6.
struct SeasonalTrend {
  private(set) var season: [Double]
  private(set) var trend: [Double]

  private let values: [Double]
  private let period: Int
  private var weights: [Double]?

  var rest: [Double] { values.indices.map { values[$0] - season[$0] - trend[$0] } }

  init(of values: [Double], period: Int, isRobust: Bool = false) {
    self.values = values
    self.period = period
    season = values.map { _ in 0 }
    trend = season
    for _ in 0..<(isRobust ? 15 : 0) {
      pass(2)
      weights = outlierWeights
    }
    pass(isRobust ? 2 : 5)
  }

  private mutating func pass(_ count: Int) {
    let lowPass = Loess(window: odd(atLeast: period + 1))
    // 1.5 × period ÷ (1 − 1.5 ÷ 7), in whole numbers and rounded up.
    let trendSmoother = Loess(window: odd(atLeast: (21 * period + 10) / 11))
    for _ in 0..<count {
      let cycle = seasonalCycle(of: zip(values, trend).map { $0 - $1 })
      let level = means(means(means(cycle, period), period), 3)
      var smooth = level
      lowPass.smooth(level, weights: nil, into: &smooth, at: 0)
      for index in values.indices { season[index] = cycle[period + index] - smooth[index] }
      let adjusted = zip(values, season).map { $0 - $1 }
      trendSmoother.smooth(adjusted, weights: weights, into: &trend, at: 0)
    }
  }

  /// The smoothed values of each month of the year, one cycle longer at either end.
  private func seasonalCycle(of detrended: [Double]) -> [Double] {
    let smoother = Loess(window: 7)
    var cycle = [Double](repeating: 0, count: values.count + 2 * period)
    for phase in 0..<period {
      let places = Array(stride(from: phase, to: values.count, by: period))
      let part = places.map { detrended[$0] }
      let partWeights = weights.map { weights in places.map { weights[$0] } }
      let count = part.count
      var smooth = [Double](repeating: 0, count: count + 2)
      smoother.smooth(part, weights: partWeights, into: &smooth, at: 1)
      var kernel = part
      smooth[0] =
        smoother.estimate(part, at: 0, from: 1, to: min(7, count), partWeights, &kernel)
        ?? smooth[1]
      smooth[count + 1] =
        smoother.estimate(
          part,
          at: count + 1,
          from: max(1, count - 6),
          to: count,
          partWeights,
          &kernel
        ) ?? smooth[count]
      for (index, value) in smooth.enumerated() { cycle[index * period + phase] = value }
    }
    return cycle
  }

  private func means(_ values: [Double], _ length: Int) -> [Double] {
    var sum = values[..<length].reduce(0, +)
    var result = [sum / Double(length)]
    for index in length..<values.count {
      sum += values[index] - values[index - length]
      result.append(sum / Double(length))
    }
    return result
  }

  /// Bisquare weights: zero beyond six median absolute residuals.
  private var outlierWeights: [Double] {
    let sizes = values.indices.map { abs(values[$0] - (trend[$0] + season[$0])) }
    let sorted = sizes.sorted()
    let middle = sizes.count / 2
    let limit = 3 * (sorted[middle] + sorted[sizes.count - middle - 1])
    guard limit > 0 else { return sizes.map { _ in 1 } }
    return sizes.map { size in
      if size <= 0.001 * limit { return 1 }
      guard size <= 0.999 * limit else { return 0 }
      let share = size / limit
      return (1 - share * share) * (1 - share * share)
    }
  }

  private func odd(atLeast length: Int) -> Int { length % 2 == 1 ? length : length + 1 }
}
