import Periods

// How large the figures of a series are, in powers of ten.
extension CheckedFigures {
  /// The periods of a series and the common logarithms of its figures; nil where it is too short or
  /// too restless for one figure to stand out.
  func steadyPeriods(_ key: Key) -> (periods: [Period], logs: [Double])? {
    let table = byKey[key] ?? [:]
    let lengths = Dictionary(grouping: table.keys, by: \.length)
    let periods = lengths.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value
      .sorted()
    guard let periods, periods.count >= 8 else { return nil }
    var logs: [Double] = []
    for period in periods {
      guard let value = table[period]?.value, value > 0 else { return nil }
      logs.append(commonLogarithm(value))
    }
    let steps = zip(logs, logs.dropFirst()).map { abs($0 - $1) }.sorted()
    // Most neighbours are within a factor of two of each other.
    return steps[steps.count * 3 / 4] < 0.3 ? (periods, logs) : nil
  }

  /// The period from which on a series is at another level, and by how many powers of ten.
  func levelBreak(of key: Key) -> (period: Period, step: Double)? {
    guard let (periods, logs) = steadyPeriods(key) else { return nil }
    var best: (period: Period, step: Double)?
    for position in 3...(periods.count - 3) {
      let before = Array(logs[(position - 3)..<position])
      let after = Array(logs[position..<(position + 3)])
      let step = after.median - before.median
      guard abs(step) >= 0.65, abs(step) > abs(best?.step ?? 0), before.spread < 0.5,
        after.spread < 0.5
      else { continue }
      best = (periods[position], step)
    }
    return best
  }

  /// The median of a series.
  func typicalSize(_ key: Key) -> Double {
    (byKey[key] ?? [:]).values.map { abs($0.value) }.median
  }
}

extension [Double] {
  /// The middle value, of two the larger; 0 of none.
  var median: Double {
    let sorted = sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// The least value; 0 of none.
  var minimum: Double { self.min() ?? 0 }

  fileprivate var spread: Double { (self.max() ?? 0) - (self.min() ?? 0) }
}

/// The worth of the last digit that a figure was written with: 0.1 of 6.9.
func roundingUnit(_ value: Double) -> Double {
  guard value != 0, value.isFinite else { return 0 }
  var unit = 1.0
  while unit * 10 <= abs(value) { unit *= 10 }
  while unit > abs(value) { unit /= 10 }
  for _ in 1..<max(1, significantDigits(value)) { unit /= 10 }
  return unit
}

/// The common logarithm, as far as a check of sizes needs it: within 0.03.
private func commonLogarithm(_ value: Double) -> Double {
  // The binary exponent and the first-order part of the significand.
  (Double(value.exponent) + (value.significand - 1)) * 0.301_03
}
