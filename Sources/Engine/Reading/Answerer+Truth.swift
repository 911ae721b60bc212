import Catalogue
import Guidance
import Language
import Periods

// Conditions: a number is checked, a series is shown as the spells in which it holds.
extension Answerer {
  func truth(_ outcome: Outcome, _ plan: Plan, _ query: Query) -> Answer.Content {
    guard outcome.panel.isScalar else {
      return .periods(spells(outcome.panel, plan, lasting: 1))
    }
    let cell = outcome.panel.columns.first?.series.cells.first ?? .missing(.notLoaded)
    guard case .compared(let relation, let left, let right, let tolerance) = plan.step else {
      return .check(
        Check(
          holds: cell.number == 1,
          actual: cell,
          expected: Cell(1),
          tolerance: 0,
          unit: .truth,
          relation: "="
        )
      )
    }
    return .check(
      Check(
        holds: cell.number == 1,
        actual: number(left),
        expected: number(right),
        tolerance: tolerance ?? 0,
        unit: left.kind.unit ?? right.kind.unit ?? .ratio,
        relation: relation.rawValue
      )
    )
  }

  private func number(_ plan: Plan) -> Cell {
    evaluator.outcome(of: plan).panel.columns.first?.series.cells.first ?? .missing(.notLoaded)
  }

  /// The spells of at least so many periods in which a condition holds.
  func spells(_ panel: Panel, _ plan: Plan, lasting: Int) -> Spells {
    guard let truth = panel.columns.first?.series else {
      return Spells([], unit: nil, compared: 0, withoutValue: 0, frequency: .monthly)
    }
    let compared = plan.leftmostCompared
    let values = compared.flatMap { evaluator.run($0).columns.first?.series }
    var spells: [Spells.Spell] = []
    var start: Int?
    for number in truth.first...truth.end {
      let holds = number < truth.end && truth[number].number == 1
      if holds, start == nil { start = number }
      guard !holds, let first = start else { continue }
      start = nil
      guard number - first >= lasting else { continue }
      spells.append(spell(first, number - 1, truth, values, plan))
    }
    return Spells(
      spells,
      unit: compared?.kind.unit,
      compared: truth.cells.filter(\.hasValue).count,
      withoutValue: truth.trimmed.cells.filter { !$0.hasValue }.count,
      frequency: truth.frequency
    )
  }

  private func spell(
    _ first: Int,
    _ last: Int,
    _ truth: Series,
    _ values: Series?,
    _ plan: Plan
  ) -> Spells.Spell {
    var spell = Spells.Spell(
      first: truth.period(first),
      last: truth.period(last),
      length: last - first + 1,
      isOpen: last == truth.lastNumber
    )
    guard let values else { return spell }
    spell.start = values[first]
    let inside = (first...last).filter { values[$0].hasValue }
    let extreme =
      plan.looksBelow
      ? inside.min { values[$0].value < values[$1].value }
      : inside.max { values[$0].value < values[$1].value }
    spell.extreme = extreme.map { values[$0] }
    spell.extremePeriod = extreme.map { values.period($0) }
    return spell
  }

  // MARK: When

  /// `when`: the spells of a condition, at least so long, or only the first.
  package func when(
    _ expression: Expression,
    first: Bool,
    lasting: Span?
  ) throws(Diagnostic) -> Answer {
    let plan = try resolver.condition(expression, Scope(), at: expression.span)
    guard !plan.kind.isScalar else {
      throw Diagnostic(
        "needs-series",
        "`when` looks along a series, but both sides are single numbers",
        at: expression.span
      )
    }
    let periods = try lasting.map { (span) throws(Diagnostic) in
      try span.periods(
        of: plan.kind,
        for: TransformCall(Name("for", at: Location(expression.span)))
      )
    }
    let panel = evaluator.run(plan)
    guard panel.columns.count == 1 else {
      throw Diagnostic(
        "one-condition",
        "`when` looks at one series at a time",
        at: expression.span
      )
    }
    var spells = spells(panel, plan, lasting: periods ?? 1)
    if first { spells.spells = Array(spells.spells.prefix(1)) }
    let lastingText = lasting.map { " for \($0)" } ?? ""
    var answer = Answer(
      reading: "when \(first ? "first " : "")\(expression)\(lastingText)",
      description: [
        "when \(first ? "first " : "")\(expression)\(lastingText)", plan.kind.frequency.label,
      ],
      content: .periods(spells)
    )
    answer.context = yearCrossings(plan, spells)
    answer.notes =
      spells.withoutValue == 0
      ? []
      : [
        Note(
          "not-compared",
          spells.withoutValue == 1
            ? "1 period has no value to compare, and counts as not true"
            : "\(spells.withoutValue) periods have no value to compare, and count as not true"
        )
      ]
    let sides = plan.inputs.map { evaluator.run($0) }
    answer.sources = sources(of: Panel(sides.flatMap(\.columns)))
    answer.issuers = issuers(of: [plan])
    return answer
  }

  /// For running totals of a year: where each year crossed, and where it ended.
  private func yearCrossings(_ plan: Plan, _ spells: Spells) -> [String] {
    guard case .compared(.greater, let left, _, _) = plan.step, left.accumulates == .yearToDate,
      let series = evaluator.run(left).columns.first?.series, let unit = left.kind.unit
    else { return [] }
    var sentences: [String] = []
    let years = Set(series.numbers.map { series.period($0).start.year }).sorted()
    var best: (year: Int, value: Double)?
    for year in years {
      let months = series.numbers.filter { series.period($0).start.year == year }
      guard let last = months.last(where: { series[$0].hasValue }) else { continue }
      let end = Phrasing.amount(series[last].value, unit)
      let isComplete = series.period(last).start.number == 12
      if let spell = spells.spells.first(where: { $0.first.start.year == year }) {
        let start = spell.start.map { " (\(Phrasing.amount($0.value, unit)))" } ?? ""
        let ending =
          isComplete ? "the year ended at \(end)" : "\(end) by \(series.period(last).label)"
        sentences.append("\(year) first in \(spell.first.label)\(start) · \(ending)")
      } else if !isComplete {
        sentences.append(
          "\(year) stands at \(end) after \(series.period(last).start.number) months"
        )
      } else if best.map({ series[last].value > $0.value }) ?? true {
        best = (year, series[last].value)
      }
    }
    if let best {
      sentences.append(
        "highest year-end that never got there: \(best.year) "
          + "(\(Phrasing.amount(best.value, unit)))"
      )
    }
    return sentences
  }

  // MARK: Expect

  /// `expect`: a comparison that a replay holds the session to.
  package func expect(_ query: Query) throws(Diagnostic) -> Answer {
    var answer = try answer(query)
    guard case .check(var check) = answer.content else {
      throw Diagnostic(
        "needs-condition",
        "`expect` takes a comparison of two numbers: `expect surplus 2025 > 1 trillion`",
        at: query.expression.span
      )
    }
    check.isExpectation = true
    answer.content = .check(check)
    answer.notes = []
    answer.context = []
    return answer
  }
}

extension Plan {
  /// The left side of the first comparison, whose values the spells show.
  fileprivate var leftmostCompared: Plan? {
    switch step {
    case .compared(_, let left, _, _): left
    case .both(let left, _), .either(let left, _), .negated(let left): left.leftmostCompared
    default: nil
    }
  }

  /// True where the condition asks for values below something.
  fileprivate var looksBelow: Bool {
    switch step {
    case .compared(let relation, _, _, _): relation == .less || relation == .atMost
    case .both(let left, _), .either(let left, _): left.looksBelow
    default: false
    }
  }

  /// The months that add up in the values of the plan; nil where they are those of their period.
  var accumulates: Accumulation? {
    switch step {
    case .transformed(let transform, let inner): transform.accumulation ?? inner.accumulates
    case .windowed(_, let inner): inner.accumulates
    default: nil
    }
  }
}
