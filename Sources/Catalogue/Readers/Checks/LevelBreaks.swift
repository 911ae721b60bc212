import Periods

/// From some month on every figure is many times what it was: another unit, or another currency.
enum LevelBreaks: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    var breaks: [Period: [(key: CheckedFigures.Key, step: Double)]] = [:]
    var watched = 0
    for key in figures.keys where figures.isFlow.contains(key.series) && key.series != "balance" {
      guard figures.steadyPeriods(key) != nil else { continue }
      watched += 1
      guard let found = figures.levelBreak(of: key) else { continue }
      breaks[found.period, default: []].append((key, found.step))
    }
    // One partner may grow sevenfold; all of them at once do not.
    return breaks.sorted { $0.key < $1.key }.filter { $0.value.count * 2 > watched }
      .compactMap { finding(figures, $0.key, $0.value) }
  }

  private static func finding(
    _ figures: CheckedFigures,
    _ period: Period,
    _ steps: [(key: CheckedFigures.Key, step: Double)]
  ) -> ImportFinding? {
    let step = steps.map(\.step).sorted()[steps.count / 2]
    guard let figure = steps.compactMap({ figures[$0.key, period] }).min(by: { $0.line < $1.line })
    else { return nil }
    let month = period.start
    let cause = Cause(step)
    let columns = Set(steps.compactMap { figures[$0.key, period]?.column }).sorted()
    let head = "from \(month) on figures are about \(size(step)) what they were"
    switch cause {
    case .unit(let power):
      let mend = columns.map { "scale \($0.asTyped) since \(month) by \(decimal(power: -power))" }
      return ImportFinding(
        "unit-changed",
        head + ": another unit",
        line: figure.line,
        mend: mend.joined(separator: " ")
      )
    case .currency(let isIntoYuan, let power):
      let unit = isIntoYuan ? "cny" : "usd"
      let from = figures.exponent - power
      let scale = from > 0 ? "*1" + String(repeating: "0", count: from) : ""
      return ImportFinding(
        "currency-changed",
        head + ": the currency seems to change from "
          + (isIntoYuan ? "dollars to yuan" : "yuan to dollars"),
        line: figure.line,
        mend: from >= 0 ? "in \(unit)\(scale) since \(month)" : nil
      )
    case .unknown:
      return ImportFinding(
        "level-changed",
        head + ": another unit, currency or coverage?",
        line: figure.line
      )
    }
  }

  /// What a step of so many decimal powers may come from.
  private enum Cause {
    case unit(Int)
    /// Dollars and yuan are six to eight apart; the unit may have changed with them.
    case currency(isIntoYuan: Bool, power: Int)
    case unknown

    init(_ step: Double) {
      let power = Int(step.rounded())
      let fraction = step - Double(power)
      if power != 0, abs(fraction) < 0.09 {
        self = .unit(power)
        return
      }
      let yuan = 0.85
      for power in [0, 3, 4, 6, 8, -3, -4, -6, -8, 1, 2, -1, -2, 5, -5] {
        if abs(step - Double(power) - yuan) < 0.09 {
          self = .currency(isIntoYuan: true, power: power)
          return
        }
        if abs(step - Double(power) + yuan) < 0.09 {
          self = .currency(isIntoYuan: false, power: power)
          return
        }
      }
      self = .unknown
    }
  }

  /// `7 times`, `a 1,000th of`.
  private static func size(_ step: Double) -> String {
    let power = Int(step.rounded())
    if power != 0, abs(step - Double(power)) < 0.09 { return power.timesTen }
    let factor = power10(abs(step))
    let text = factor < 100 ? "\((factor * 10).rounded() / 10)" : "\(Int(factor.rounded()))"
    return step > 0 ? "×\(text)" : "÷\(text)"
  }

  private static func power10(_ exponent: Double) -> Double {
    var result = 1.0
    var left = exponent
    while left >= 1 {
      result *= 10
      left -= 1
    }
    // The power series of the exponential function; |x| < 2.31, so twenty terms are exact.
    let x = left * 2.302_585_092_994_046
    var term = 1.0
    var sum = 1.0
    for number in 1...20 {
      term *= x / Double(number)
      sum += term
    }
    return result * sum
  }
}
