import Catalogue
import Guidance
import Language
import Periods

/// Tells how a value came about, step by step, with the numbers in every step.
///
/// The steps follow the order of evaluation: take, convert, add up, derive, transform, share, choose.
struct Explainer {
  let inquiry: Inquiry
  private(set) var steps: [ExplainedStep] = []

  init(_ inquiry: Inquiry) {
    self.inquiry = inquiry
    tell(inquiry.plan, inquiry.number, inquiry.evaluator)
  }

  /// Adds a step unless it has been told before.
  mutating func add(_ verb: String, _ text: String, details: [String] = []) {
    guard !steps.contains(where: { $0.verb == verb && $0.text == text }) else { return }
    steps.append(ExplainedStep(verb, text, details: details))
  }

  /// Tells a plan's inputs, then the plan itself.
  mutating func tell(_ plan: Plan, _ number: Int, _ evaluator: Evaluator) {
    let look = inquiry.look(at: plan, number, evaluator)
    switch plan.step {
    case .facts(let scan): tell(scan, plan, look, evaluator)
    case .number: break
    case .windowed(let window, let inner):
      tell(inner, look.number, evaluator)
      tell(window, plan, evaluator)
    case .transformed(let transform, let inner):
      tell(transform, inner, plan, look, evaluator)
    case .columns(let columns):
      guard let column = columns.first(where: { [$0.member] == inquiry.members }) ?? columns.first
      else { return }
      tell(column.plan, number, evaluator)
    case .share(let part, let whole):
      tell(part, look.number, evaluator)
      tell(whole, look.number, evaluator)
      add("share", worked(plan, number, evaluator).text)
    case .aggregated(let aggregate, let inner):
      tell(aggregate, inner, look, evaluator)
    case .ranked(let ranking):
      tell(ranking.key, look.number, evaluator)
      let count = ranking.count.map { "the \($0) " } ?? "all, the "
      let order = ranking.fromTop ? "largest" : "smallest"
      add("rank", "\(count)\(order) first; shown for \(memberName)")
    case .filtered(_, let inner):
      tell(inner, look.number, evaluator)
      add("where", "members that pass the test; shown for \(memberName)")
    case .contributions(let contributions):
      tell(contributions, look, evaluator)
    case .seasonal(_, let inner): tell(season: inner, plan, look, evaluator)
    case .called(let function, let arguments):
      for argument in arguments { introduce(argument, evaluator) }
      add(type(of: function).entry.name, worked(plan, number, evaluator).text)
    case .arithmetic, .sum, .negative, .compared, .both, .either, .negated:
      for input in plan.inputs { tell(input, look.number, evaluator) }
      add(verb(of: plan), worked(plan, number, evaluator).text)
    }
  }

  var memberName: String { inquiry.members.map(\.name).joined(separator: " · ") }

  private func verb(of plan: Plan) -> String {
    switch plan.step {
    case .arithmetic(.plus, _, _), .sum: "add"
    case .arithmetic(.minus, _, _): "subtract"
    case .arithmetic(.times, _, _): "multiply"
    case .arithmetic(.divide, _, _): "divide"
    case .arithmetic(.power, _, _): "raise"
    case .negative: "turn"
    default: "compare"
    }
  }

  // MARK: Steps of their own

  private mutating func tell(_ window: Window, _ plan: Plan, _ evaluator: Evaluator) {
    guard !window.isBare, !plan.kind.isScalar else { return }
    let panel = evaluator.run(plan)
    guard let series = panel.columns.first?.series.trimmed, let last = series.lastNumber else {
      return
    }
    let first = series.period(series.first).label
    let shown = series.period(last).label
    let count = series.cells.count
    add("window", "\(window): \(count) values, \(first) to \(shown); above, the last")
  }

  private mutating func tell(
    _ transform: any Transform,
    _ inner: Plan,
    _ plan: Plan,
    _ look: Inquiry.Look,
    _ evaluator: Evaluator
  ) {
    if let wanted = transform.accumulation, inner.isLinear, evaluator.accumulation == nil {
      var accumulating = evaluator
      accumulating.accumulation = wanted
      tell(inner, look.number, accumulating)
      return
    }
    let shift = shift(by: transform, inner.kind)
    tell(inner, look.number - shift, evaluator)
    let working = transform.working(look.series, at: look.number)
    if let working, working.formula == .growth || working.formula == .difference,
      let base = working.inputs.last
    {
      let told = worked(inner, base, evaluator)
      let day = told.cell.hasValue ? told.cell.published : nil
      add("base", told.text, details: day.map { ["published \($0)"] } ?? [])
    }
    add(transform.verb, worked(plan, look.number, evaluator).text)
  }

  /// How many periods back a `lag` looks; ahead for a `lead`.
  private func shift(by transform: any Transform, _ input: Kind) -> Int {
    let name = type(of: transform).entry.name
    guard name == "lag" || name == "lead", let call = call(of: transform),
      let steps = try? call.steps(of: input)
    else { return 0 }
    return name == "lag" ? steps : -steps
  }

  /// What a function takes: a series as a whole, members side by side.
  private mutating func introduce(_ argument: Plan, _ evaluator: Evaluator) {
    let panel = evaluator.run(argument)
    let words = argument.valueName
    guard !argument.kind.dimensions.isEmpty else {
      let count = panel.columns.first?.series.cells.filter(\.hasValue).count ?? 0
      add("take", "\(words): \(counted(count, "value"))")
      return
    }
    let members = panel.columns.filter { $0.lastCell.hasValue }.sorted {
      ($1.rankingValue, $0.name) < ($0.rankingValue, $1.name)
    }
    let unit = argument.kind.unit ?? .ratio
    let figures = FormulaFigures(members.map(\.rankingValue), unit, .reading)
    var list = members.prefix(Explainer.mostMembers).map { column in
      "\(column.name) \(figures.number(column.rankingValue))"
    }
    if members.count > list.count { list.append("and \(members.count - list.count) more") }
    add("take", "\(words): \(list.joined(separator: ", "))")
  }

  /// Members beyond these are counted, not listed.
  private static let mostMembers = 20

  /// The mean over the years of one month or quarter of the calendar.
  private mutating func tell(
    season inner: Plan,
    _ plan: Plan,
    _ look: Inquiry.Look,
    _ evaluator: Evaluator
  ) {
    let series = inquiry.look(at: inner, look.number, evaluator).series
    let perYear = look.series.cells.count
    let same = series.numbers.filter {
      ($0 - look.number) % perYear == 0 && series[$0].hasValue
    }
    guard let last = same.last else { return }
    tell(inner, last, evaluator)
    let unit = inner.kind.unit ?? .ratio
    let values = same.map { series[$0].value }
    let figures = FormulaFigures(values, unit)
    let years = "\(series.period(same[0]).start.year)–\(series.period(last).start.year)"
    let label = series.period(last).label.split(separator: " ").first.map(String.init) ?? ""
    var worked = Worked("\(label) \(years)", look.cell, unit)
    worked.formula = "(\(figures.sum(values))) ÷ \(values.count)"
    worked.isChange = inner.kind.nature == .growth
    add("average", worked.text)
  }

  private mutating func tell(
    _ aggregate: any Aggregate.Type,
    _ inner: Plan,
    _ look: Inquiry.Look,
    _ evaluator: Evaluator
  ) {
    let source = inquiry.look(at: inner, look.number, evaluator).series.trimmed
    let last = source.lastNumber ?? look.number
    tell(inner, last, evaluator)
    add(aggregate.entry.name, worked(inner, aggregate: aggregate, look, evaluator).text)
  }

  private mutating func tell(
    _ contributions: ContributionPlan,
    _ look: Inquiry.Look,
    _ evaluator: Evaluator
  ) {
    let base = look.number - contributions.periods
    tell(contributions.parts, look.number, evaluator)
    add("base", worked(contributions.parts, base, evaluator).text)
    let whole = inquiry.look(at: contributions.whole, base, evaluator)
    let now = inquiry.look(at: contributions.parts, look.number, evaluator).cell
    let then = inquiry.look(at: contributions.parts, base, evaluator).cell
    guard now.hasValue, then.hasValue, whole.cell.hasValue else { return }
    let figures = FormulaFigures(
      [now.value, then.value, whole.cell.value],
      contributions.whole.kind.unit ?? .ratio
    )
    add("whole", "\(whole.period.label): \(figures.amount(whole.cell.value)) in all")
    let points = Phrasing.amount(look.cell.value, .percentagePoints, signed: true)
    add(
      "contribution",
      "100 × (\(figures.difference(now.value, then.value)))"
        + " ÷ \(figures.number(whole.cell.value)) = \(points)"
    )
  }
}

extension Transform {
  /// The word of its step.
  fileprivate var verb: String {
    switch type(of: self).entry.name {
    case "ma": "mean"
    case "growth over spans": "growth"
    case let name: name
    }
  }
}
