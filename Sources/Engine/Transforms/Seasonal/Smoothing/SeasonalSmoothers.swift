import Synchronization

/// The local regressions that take series of one length apart.
final class SeasonalSmoothers: Sendable {
  let count: Int
  let period: Int
  /// Each month of the year by itself, one year longer at either end.
  let cycle: Loess
  let lowPass: Loess
  let trend: Loess
  let evenCycleLines: Loess.Lines
  let lowPassLines: Loess.Lines
  let evenTrendLines: Loess.Lines

  private init(count: Int, period: Int) {
    func odd(atLeast length: Int) -> Int { length % 2 == 1 ? length : length + 1 }
    (self.count, self.period) = (count, period)
    cycle = Loess(window: 7, count: count, step: period, reachesOut: true)
    lowPass = Loess(window: odd(atLeast: period + 1), count: count)
    // 1.5 × period ÷ (1 − 1.5 ÷ 7), in whole numbers and rounded up.
    trend = Loess(window: odd(atLeast: (21 * period + 10) / 11), count: count)
    evenCycleLines = cycle.evenLines()
    lowPassLines = lowPass.evenLines()
    evenTrendLines = trend.evenLines()
  }

  private struct Question: Hashable {
    var count: Int
    var period: Int
  }

  private static let known = Mutex<[Question: SeasonalSmoothers]>([:])

  /// Many series of a table have one length: for these the regressions are worked out once.
  static func of(count: Int, period: Int) -> SeasonalSmoothers {
    let question = Question(count: count, period: period)
    return known.withLock { known in
      if let smoothers = known[question] { return smoothers }
      if known.count >= 32 { known.removeAll() }
      let smoothers = SeasonalSmoothers(count: count, period: period)
      known[question] = smoothers
      return smoothers
    }
  }
}
