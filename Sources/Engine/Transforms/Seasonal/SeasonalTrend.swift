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
    var smoothers = Smoothers(count: values.count, period: period)
    for _ in 0..<(isRobust ? 15 : 0) {
      pass(2, &smoothers)
      weights = outlierWeights
    }
    pass(isRobust ? 2 : 5, &smoothers)
  }

  /// The smoothers of a length, and the room they work in.
  private struct Smoothers {
    let lowPass: Loess
    let trend: Loess
    /// Months of the year have one value more or less: those with fewer, then those with more.
    let seasons: [Loess]
    var cycle: [Double]
    var level: [Double]
    var part: [Double] = []
    var partWeights: [Double] = []
    var smooth: [Double] = []

    init(count: Int, period: Int) {
      func odd(atLeast length: Int) -> Int { length % 2 == 1 ? length : length + 1 }
      lowPass = Loess(window: odd(atLeast: period + 1), count: count)
      // 1.5 × period ÷ (1 − 1.5 ÷ 7), in whole numbers and rounded up.
      trend = Loess(window: odd(atLeast: (21 * period + 10) / 11), count: count)
      seasons = [count / period, count / period + 1].map { Loess(window: 7, count: max($0, 1)) }
      cycle = [Double](repeating: 0, count: count + 2 * period)
      level = [Double](repeating: 0, count: count)
    }
  }

  private mutating func pass(_ count: Int, _ smoothers: inout Smoothers) {
    var adjusted = values
    for _ in 0..<count {
      for index in values.indices { adjusted[index] = values[index] - trend[index] }
      smoothCycle(of: adjusted, &smoothers)
      let level = means(means(means(smoothers.cycle, period), period), 3)
      smooth(level, by: smoothers.lowPass, weights: nil, into: &smoothers.level)
      for index in values.indices {
        season[index] = smoothers.cycle[period + index] - smoothers.level[index]
        adjusted[index] = values[index] - season[index]
      }
      smooth(adjusted, by: smoothers.trend, weights: weights, into: &trend)
    }
  }

  private func smooth(
    _ values: [Double],
    by loess: Loess,
    weights: [Double]?,
    into result: inout [Double]
  ) {
    values.withUnsafeBufferPointer { values in
      result.withUnsafeMutableBufferPointer { result in
        guard let weights else { return loess.smooth(values, weights: nil, into: result) }
        weights.withUnsafeBufferPointer { loess.smooth(values, weights: $0, into: result) }
      }
    }
  }

  /// The smoothed values of each month of the year, one cycle longer at either end.
  private func smoothCycle(of detrended: [Double], _ smoothers: inout Smoothers) {
    for phase in 0..<period {
      let count = (values.count - phase + period - 1) / period
      let loess = smoothers.seasons[count - values.count / period]
      smoothers.part.removeAll(keepingCapacity: true)
      smoothers.partWeights.removeAll(keepingCapacity: true)
      for place in stride(from: phase, to: values.count, by: period) {
        smoothers.part.append(detrended[place])
        if let weights { smoothers.partWeights.append(weights[place]) }
      }
      if smoothers.smooth.count != count + 2 {
        smoothers.smooth = [Double](repeating: 0, count: count + 2)
      }
      let hasWeights = weights != nil
      smoothers.part.withUnsafeBufferPointer { part in
        smoothers.partWeights.withUnsafeBufferPointer { own in
          smoothers.smooth.withUnsafeMutableBufferPointer { smooth in
            let own = hasWeights ? own : nil
            loess.smooth(
              part,
              weights: own,
              into: UnsafeMutableBufferPointer(rebasing: smooth[1..<count + 1])
            )
            smooth[0] =
              loess.estimate(part, at: 0, from: 1, to: min(7, count), own) ?? smooth[1]
            smooth[count + 1] =
              loess.estimate(part, at: count + 1, from: max(1, count - 6), to: count, own)
              ?? smooth[count]
          }
        }
      }
      for index in 0..<count + 2 {
        smoothers.cycle[index * period + phase] = smoothers.smooth[index]
      }
    }
  }

  private func means(_ values: [Double], _ length: Int) -> [Double] {
    var sum = values[..<length].reduce(0, +)
    var result = [Double](repeating: 0, count: values.count - length + 1)
    result[0] = sum / Double(length)
    for index in length..<values.count {
      sum += values[index] - values[index - length]
      result[index - length + 1] = sum / Double(length)
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
}
