import Catalogue
import Guidance
import Language
import Periods

extension Resolver {
  func windowed(_ plan: Plan, _ window: Window) throws(Diagnostic) -> Plan {
    var window = window
    // `by quarter 2025` shows the quarters of the year.
    if case .at(let period) = window.kind, let grain = period.grain,
      let own = plan.kind.frequency.grain, own.months < grain.months
    {
      window.kind = .within(period)
    }
    guard !plan.kind.isScalar else {
      // Compound growth between two years has its window inside.
      throw Diagnostic(
        "already-one-number",
        "this is one number already; `\(window)` has nothing to choose from",
        at: window.location.span
      )
    }
    try checkEvents(window)
    var kind = plan.kind
    switch window.kind {
    case .at(let period):
      guard kind.frequency == period.frequency else {
        throw Diagnostic(
          "frequency-mismatch",
          "these figures are \(kind.frequency.label), and \(period.label) is none of their periods",
          at: window.location.span
        )
      }
      kind.isScalar = true
    case .latest: kind.isScalar = true
    default: break
    }
    return Plan(.windowed(window, plan), kind)
  }

  private func checkEvents(_ window: Window) throws(Diagnostic) {
    if case .spanning(let first, let last) = window.kind {
      try checkEvents(Window(.since(first), at: window.location))
      try checkEvents(Window(.since(last), at: window.location))
    }
    let event: Name? =
      switch window.kind {
      case .during(let name), .since(.event(let name)), .until(.event(let name)),
        .before(.event(let name)), .after(.event(let name)):
        name
      default: nil
      }
    guard let event, !bench.data.events.contains(where: { $0.name == event.text }) else { return }
    throw Diagnostic("unknown-event", "I do not know an event '\(event.text)'", at: event.span)
      .suggesting(event.text, from: bench.data.events.map(\.name))
  }

  func aggregate(
    _ name: Name,
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    guard let aggregate = aggregates.first(where: { $0.entry.name == name.text }) else {
      throw Diagnostic("unknown-name", "I do not know '\(name.text)'", at: name.span)
    }
    var phrase = phrase
    // Over one number an aggregate says nothing: several months together are its window.
    if case .at(let period)? = phrase.qualifiers.window?.kind, period.length > 1 {
      phrase.qualifiers.window?.kind = .between(Period(period.start), Period(period.end))
    }
    let inner = try plan(phrase, scope)
    guard !inner.kind.isScalar else {
      throw Diagnostic(
        "already-one-number",
        "`\(name.text)` needs several values, but this is one number",
        at: phrase.span
      )
    }
    guard inner.kind.nature != .truth else {
      throw Diagnostic("needs-measure", "a condition has no \(name.text)", at: phrase.span)
    }
    if aggregate == Total.self {
      let call = TransformCall(Name("sum", at: name.location))
      try inner.kind.mustBeFlow(for: call)
    }
    var kind = inner.kind
    kind.isScalar = true
    if aggregate == Count.self { kind.unit = .count }
    return Plan(.aggregated(aggregate, inner), kind)
  }

  /// Columns side by side, inside of parentheses; all must have one unit.
  func versus(_ columns: [Expression], _ scope: Scope) throws(Diagnostic) -> Plan {
    var plans: [(member: Member, plan: Plan)] = []
    for column in columns {
      plans.append((Member("query", column.description), try plan(column, scope)))
    }
    let first = plans[0].plan.kind
    for (index, column) in columns.enumerated().dropFirst() {
      let kind = plans[index].plan.kind
      guard kind.unit == first.unit, kind.isScalar == first.isScalar else {
        throw Diagnostic(
          "unit-mismatch",
          "columns side by side have one unit and one shape",
          at: column.span
        )
      }
    }
    var kind = first
    kind.dimensions = ["query"]
    return Plan(.columns(plans), kind)
  }

  // MARK: Where

  func filtered(
    _ plan: Plan,
    by condition: Condition,
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    guard !plan.kind.dimensions.isEmpty else {
      throw Diagnostic(
        "where-needs-members",
        "`where` chooses among members: group them first, as in `by partner`",
        at: phrase.span
      )
    }
    var tested: [String: Plan] = [:]
    for key in condition.keys where key.kind == .transform {
      var copy = phrase
      copy.qualifiers.condition = nil
      copy.transforms = [TransformCall(key.name)]
      tested[key.name.text] = try self.plan(copy, scope)
    }
    return Plan(.filtered(Filter(condition: condition, tested: tested), plan), plan.kind)
  }
}

extension Condition {
  /// Everything that the condition tests.
  var keys: [Key] {
    switch self {
    case .compare(let key, _, _), .member(let key, _): [key]
    case .both(let left, let right), .either(let left, let right): left.keys + right.keys
    case .not(let inner): inner.keys
    }
  }
}
