import Catalogue
import Guidance
import Language
import Periods

/// Growth against an earlier period of the same series: what `yoy`, `mom` and `qoq` share.
struct Growth: Sendable {
  /// How many periods back the base lies.
  let periods: Int
  let expressed: Expressed
  let isSigned: Bool

  enum Expressed: Hashable, Sendable {
    /// 100 × (value ÷ base − 1).
    case percent
    /// value − base, in the unit of the series.
    case change
    /// value − base of a percentage.
    case points
  }

  /// Decides how growth is expressed: percentages change by points unless asked otherwise.
  init(_ call: TransformCall, on input: Kind, months: Int) throws(Diagnostic) {
    guard months % input.frequency.step == 0 else {
      throw Diagnostic(
        "frequency-mismatch",
        "`\(call.name.text)` needs figures of \(months == 1 ? "single months" : "\(months) months")"
          + ", but these are \(input.frequency.label)",
        at: call.name.span
      )
    }
    periods = months / input.frequency.step
    isSigned = input.isSigned
    expressed = try Growth.expressed(call, input)
  }

  private static func expressed(
    _ call: TransformCall,
    _ input: Kind
  ) throws(Diagnostic) -> Expressed {
    let isPercentage = input.unit == .percent
    switch call.argument {
    case .expressed(.percent): return .percent
    case .expressed(.change): return isPercentage ? .points : .change
    case .expressed(.points):
      guard isPercentage else {
        throw Diagnostic(
          "pp-needs-percentage",
          "`\(call.name.text) pp` needs a percentage, but this is \(input.unit?.noun ?? "a number")",
          at: call.name.span,
          notes: ["for the change in the unit itself: `change \(call.name.text)`"],
          fix: Fix(
            "use `\(call.name.text)` (percent) or `change \(call.name.text)`",
            replacing: call.name.span,
            with: call.name.text
          )
        )
      }
      return .points
    default: return isPercentage || input.unit == .percentagePoints ? .points : .percent
    }
  }

  func kind(after input: Kind) -> Kind {
    var kind = expressedKind(after: input)
    kind.horizon = periods * input.frequency.step
    return kind
  }

  private func expressedKind(after input: Kind) -> Kind {
    switch expressed {
    case .percent: input.with(unit: .percent, nature: .growth)
    case .change:
      input.with(unit: input.unit, nature: input.nature == .flow ? .level : input.nature)
    case .points: input.with(unit: .percentagePoints, nature: .growth)
    }
  }

  func run(_ series: Series) -> Series {
    let means = isSigned && expressed == .percent ? yearlyMeans(series) : [:]
    return series.map { number in
      let base = series[number - periods]
      let value = series[number]
      switch expressed {
      case .change, .points: return Cell.computed(value, base) { $0 - $1 }
      case .percent:
        let year = series.period(number - periods).start.year
        return percent(value, base, typicalSize: means[year])
      }
    }
  }

  /// Growth in percent; without meaning where the base of a signed series is not positive or less
  /// than a twentieth of the mean size of its year, and where a surplus became a deficit.
  private func percent(_ value: Cell, _ base: Cell, typicalSize: Double?) -> Cell {
    guard value.hasValue, base.hasValue else { return base.hasValue ? value : base }
    if base.value == 0 {
      return [value, base].joined(0, state: .notMeaningful(.divisionByZero))
    }
    if isSigned, base.value < 0 {
      return [value, base].joined(0, state: .notMeaningful(.baseNotPositive))
    }
    if isSigned, value.value < 0 {
      return [value, base].joined(0, state: .notMeaningful(.signChange))
    }
    if let typicalSize, base.value < typicalSize / 20 {
      return [value, base].joined(0, state: .notMeaningful(.tinyBase))
    }
    return Cell.computed(value, base) { 100 * ($0 / $1 - 1) }
  }

  /// The mean absolute value of each calendar year.
  private func yearlyMeans(_ series: Series) -> [Int: Double] {
    var sums: [Int: (total: Double, count: Int)] = [:]
    for number in series.numbers {
      guard let value = series[number].number else { continue }
      let year = series.period(number).start.year
      sums[year, default: (0, 0)].total += abs(value)
      sums[year, default: (0, 0)].count += 1
    }
    return sums.mapValues { $0.total / Double($0.count) }
  }

  func working(at number: Int) -> Working {
    Working(expressed == .percent ? .growth : .difference, inputs: [number, number - periods])
  }

  /// `year on year`, `change year on year`.
  func label(_ horizon: String) -> String {
    switch expressed {
    case .percent: horizon
    case .change: "change \(horizon)"
    case .points: "\(horizon), percentage points"
    }
  }
}
