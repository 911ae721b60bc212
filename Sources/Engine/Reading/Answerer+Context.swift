import Catalogue
import Guidance
import Language
import Periods

// What a number is worth: its neighbour, whether it is a record, how long it has lasted.
extension Answerer {
  /// The value that a number is best compared with: a year earlier for levels, the period before
  /// for growth.
  func comparison(_ series: Series, _ plan: Plan, _ outcome: Outcome) -> Scalar.Comparison? {
    guard plan.hasPeriod, case .windowed(_, let inner) = plan.step, inner.kind.dimensions.isEmpty,
      let full = history(of: inner, outcome), let number = full.number(like: series)
    else { return nil }
    let step = series.frequency.step
    let isGrowth = plan.kind.nature == .growth
    let back = isGrowth || 12 % step != 0 ? 1 : 12 / step
    let cell = full[number - back]
    guard cell.hasValue else { return nil }
    return Scalar.Comparison(label: full.period(number - back).label, cell: cell)
  }

  func context(of outcome: Outcome, _ plan: Plan, _ query: Query) -> [String] {
    if let sample = associated(plan)?.label { return ["over \(sample)"] }
    guard outcome.panel.isScalar, plan.hasPeriod, case .windowed(_, let inner) = plan.step,
      inner.kind.dimensions.isEmpty, let series = outcome.panel.columns.first?.series,
      let cell = series.cells.first, cell.hasValue,
      let full = history(of: inner, outcome), let number = full.number(like: series)
    else { return [] }
    let sentences = [
      full.streak(at: number, plan.kind),
      full.extreme(at: number, every: inner.accumulates == .yearToDate ? 12 : 1),
    ]
    return Array(sentences.compactMap { $0 }.prefix(1))
  }

  /// What an association was taken over; nil where the plan gives something else.
  func associated(_ plan: Plan) -> CommonPeriods? {
    switch plan.step {
    case .windowed(_, let inner): associated(inner)
    case .called(let function as any Association, let arguments):
      type(of: function).sample(arguments.map(evaluator.run))
    default: nil
    }
  }

  /// The series behind one number, in the same alignment.
  private func history(of plan: Plan, _ outcome: Outcome) -> Series? {
    var evaluator = evaluator
    if let partial = outcome.partial, let grain = partial.period.grain {
      evaluator.alignment = Evaluator.Alignment(
        grain: grain,
        months: partial.through - partial.period.start + 1
      )
    }
    return evaluator.run(plan).columns.first?.series
  }
}

extension Series {
  /// The number of the one period that another series holds; nil where the frequencies differ.
  fileprivate func number(like scalar: Series) -> Int? {
    guard frequency == scalar.frequency, numbers.contains(scalar.first) else { return nil }
    return scalar.first
  }

  /// `the highest since records begin in Jan 2015`, `the lowest since Mar 2020`.
  ///
  /// A running total is compared with those of the same month alone: every `stride` periods.
  fileprivate func extreme(at number: Int, every stride: Int) -> String? {
    let value = self[number].value
    let earlier = numbers.filter {
      $0 < number && (number - $0) % stride == 0 && self[$0].hasValue
    }
    guard earlier.count >= (stride > 1 ? 3 : 12), let first = earlier.first else { return nil }
    for (word, isBeyond) in [("highest", { $0 >= value }), ("lowest", { $0 <= value })]
      as [(String, (Double) -> Bool)]
    {
      guard let rival = earlier.last(where: { isBeyond(self[$0].value) }) else {
        let months = stride > 1 ? " January–\(period(number).start.abbreviation)" : ""
        return "the \(word)\(months) since the figures begin in \(period(first).label)"
      }
      if number - rival > max(stride * 2, frequency.step.periodsWorthNoting) {
        return "the \(word) since \(period(rival).label)"
      }
    }
    return nil
  }

  /// `eighth month in a row below zero`, for growth that keeps or has just changed its sign.
  fileprivate func streak(at number: Int, _ kind: Kind) -> String? {
    guard kind.nature == .growth || kind.isSigned else { return nil }
    let isPositive = self[number].value >= 0
    var length = 1
    while self[number - length].hasValue, (self[number - length].value >= 0) == isPositive {
      length += 1
    }
    let unit = frequency.grain?.rawValue ?? "period"
    let word = isPositive ? "above" : "below"
    if length == 1, self[number - 1].hasValue {
      let before = Phrasing.amount(self[number - 1].value, kind.unit ?? .percent, signed: true)
      let previous = kind.nature == .growth ? " (\(before))" : ""
      return isPositive
        ? "back above zero after the \(unit) before\(previous)"
        : "below zero after the \(unit) before\(previous)"
    }
    guard length > 2, !isPositive else { return nil }
    return "\(length) \(unit)s in a row \(word) zero"
  }
}

extension Int {
  /// How many periods back a rival must lie for a record since then to be worth a line.
  fileprivate var periodsWorthNoting: Int { self == 12 ? 3 : 12 / self + 1 }
}
