import Catalogue
import Guidance
import Language
import Periods

/// Answers queries: resolves, runs, and adds what there is to know about the result.
package struct Answerer: Sendable {
  let bench: Workbench
  let resolver: Resolver
  let evaluator: Evaluator

  package init(_ bench: Workbench) {
    var bench = bench
    bench.facts = RememberingFacts(bench.facts)
    self.bench = bench
    resolver = Resolver(bench)
    var evaluator = Evaluator(bench.facts)
    evaluator.isCancelled = bench.isCancelled
    self.evaluator = evaluator
  }

  package func answer(_ query: Query) throws(Diagnostic) -> Answer {
    let interrupted = Diagnostic("interrupted", "the evaluation was stopped before its end")
    let answer: Answer
    do throws(Diagnostic) {
      answer = try answerInFull(query)
    } catch {
      throw bench.isCancelled() ? interrupted : bench.facts.failure ?? error
    }
    guard !bench.isCancelled() else { throw interrupted }
    if let failure = bench.facts.failure { throw failure }
    return answer
  }

  private func answerInFull(_ query: Query) throws(Diagnostic) -> Answer {
    let query = query.withoutHole
    fetchAhead(query)
    var answer =
      if case .versus(let columns) = query.expression {
        try versus(columns, query)
      } else {
        try single(query)
      }
    answer.form = query.presentation.form?.text
    answer.extras = Set(query.presentation.extras)
    if answer.extras.contains(.events) { answer.events = bench.data.events }
    try checkAdditions(to: &answer, query)
    try arrange(&answer, query.presentation)
    return answer
  }

  private func single(_ query: Query) throws(Diagnostic) -> Answer {
    let plan = try resolver.plan(query)
    let outcome = evaluator.outcome(of: plan)
    try checkMatches(outcome, plan, query)
    let content =
      query.presentation.extras.contains(.interval)
      ? try intervals(of: outcome, plan, query) : content(of: outcome, plan, query)
    var answer = Answer(
      reading: query.description,
      description: describe(query, plan, outcome),
      content: content
    )
    answer.sources = sources(of: outcome.panel)
    answer.issuers = issuers(of: [plan])
    answer.context = context(of: outcome, plan, query)
    answer.notes = notes(on: outcome, plan, query)
    return answer
  }

  func content(of outcome: Outcome, _ plan: Plan, _ query: Query) -> Answer.Content {
    if plan.kind.nature == .truth { return truth(outcome, plan, query) }
    let unit = plan.kind.unit ?? .ratio
    guard plan.kind.dimensions.isEmpty, let series = outcome.panel.columns.first?.series else {
      return .table(table(outcome, plan, query))
    }
    guard !outcome.panel.isScalar else {
      var scalar = scalar(series, outcome, plan, unit)
      scalar.isChange = plan.isChange
      return .scalar(scalar)
    }
    if query.expression.isSeasonal { return .table(seasonal(series, unit)) }
    let points = series.trimmed
    var shown = Points(
      points.numbers.map { number in
        let period = points.period(number)
        return Points.Point(
          period: period,
          cell: points[number],
          through: outcome.through(period)
        )
      },
      unit: unit,
      frequency: plan.kind.frequency,
      hasWindow: query.expression.hasWindow
    )
    shown.isChange = plan.isChange
    return .series(shown)
  }

  private func scalar(
    _ series: Series,
    _ outcome: Outcome,
    _ plan: Plan,
    _ unit: Unit
  ) -> Scalar {
    let cell = series.cells.first ?? .missing(.notLoaded)
    let period = plan.hasPeriod ? series.period(series.first) : nil
    return Scalar(
      cell,
      unit: unit,
      period: period,
      through: period.flatMap(outcome.through),
      comparison: comparison(series, plan, outcome)
    )
  }

  // MARK: Nothing there

  /// Refuses an answer without a single value, saying for when there are figures.
  private func checkMatches(
    _ outcome: Outcome,
    _ plan: Plan,
    _ query: Query
  ) throws(Diagnostic) {
    guard outcome.panel.isVoid else { return }
    let asked = query.expression.phrases.compactMap(\.qualifiers.window).first
    if plan.looksOutOfWindow {
      throw Diagnostic(
        "nothing-matches",
        "the window comes first here, and leaves nothing before it to compare with",
        at: query.expression.span,
        notes: ["written behind everything else it comes last: `exports yoy in 2025`"]
      )
    }
    throw Diagnostic(
      "nothing-matches",
      coverage(of: plan).map { "nothing matches: there are figures \($0)" }
        ?? "nothing matches: there are no such figures",
      at: asked?.location.span ?? query.expression.span,
      notes: vintageNote + rateNotes(of: plan)
    )
  }

  private var vintageNote: [String] {
    guard case .asOf(let day) = bench.vintage else { return [] }
    return ["figures are taken as of \(day)"]
  }

  /// For which months there are the exchange rates that the plan converts at.
  private func rateNotes(of plan: Plan) -> [String] {
    guard let rate = plan.scans.compactMap(\.rate).first,
      let timeline = bench.facts.exchangeRate(rate),
      let first = timeline.firstMonth, let last = timeline.lastMonth
    else { return [] }
    return ["exchange rates are loaded from \(first) to \(last); each month needs its own"]
  }

  /// `from 2015-01 to 2026-08`, for the full history behind a plan.
  private func coverage(of plan: Plan) -> String? {
    let panels = plan.scans.map { evaluator.run(Plan(.facts($0), plan.kind)) }
    let series = panels.flatMap(\.columns).map(\.series)
    guard let first = series.compactMap({ s in s.firstNumber.map { s.period($0) } }).min(),
      let last = series.compactMap({ s in s.lastNumber.map { s.period($0) } }).max()
    else { return nil }
    return first == last ? "of \(first) only" : "from \(first) to \(last)"
  }

  // MARK: Sources

  /// The offices whose figures plans take, in the order of their scans.
  func issuers(of plans: [Plan]) -> [String] {
    let requests = plans.flatMap(\.scans).flatMap { $0.requests.map(\.request) }
    return requests.compactMap { bench.data.issuer(of: $0.series, reporter: $0.reporter) }
      .uniquedText
  }

  func sources(of panel: Panel) -> [Source] {
    if let grid = panel.grid, !grid.isVoid {
      return grid.template.sources.members.map { bench.data.sources[Int($0)] }
    }
    let set = panel.columns.flatMap(\.series.cells).filter(\.hasValue)
      .reduce(SourceSet.none) { $0.union($1.sources) }
    return set.members.map { bench.data.sources[Int($0)] }
  }
}

extension Panel {
  /// True where no cell has anything to say.
  fileprivate var isVoid: Bool {
    if let grid { return grid.isVoid }
    return columns.allSatisfy { column in
      column.series.cells.allSatisfy { cell in
        switch cell.state {
        case .missing(.outOfRange), .missing(.notLoaded): true
        default: false
        }
      }
    }
  }
}

extension Query {
  /// The query without the question mark that asks what may follow.
  var withoutHole: Query {
    var copy = self
    copy.expression.mapPhrases { phrase, _ in phrase.qualifiers.hole = nil }
    return copy
  }
}

extension Expression {
  var hasWindow: Bool {
    phrases.contains { $0.hasWindow }
  }

  var isSeasonal: Bool {
    if case .phrase(let phrase) = self { phrase.qualifiers.grouping?.season != nil } else { false }
  }
}

extension Phrase {
  fileprivate var hasWindow: Bool {
    if qualifiers.window != nil { return true }
    switch head {
    case .aggregate(_, let inner): return inner.hasWindow
    case .contributions(let contributions): return contributions.to.hasWindow
    case .ranking(let ranking): return ranking.key.hasWindow
    case .group(let inner): return inner.hasWindow
    default: return false
    }
  }
}

extension Plan {
  /// True for growth and differences: their plus sign is worth showing.
  var isChange: Bool {
    switch step {
    case .transformed(let transform, let inner):
      type(of: transform).shape == .growth || kind.nature == .growth || inner.isChange
    case .windowed(_, let inner), .filtered(_, let inner), .aggregated(_, let inner):
      inner.isChange
    case .columns(let columns): columns.allSatisfy { $0.plan.isChange }
    case .ranked(let ranking): ranking.key.isChange
    case .contributions: true
    case .facts(let scan): scan.isExact
    default: false
    }
  }

  /// False for numbers of no period: correlations, averages, plain arithmetic.
  var hasPeriod: Bool {
    switch step {
    case .windowed, .transformed, .contributions: true
    case .facts, .number, .called: false
    case .aggregated(let aggregate, _): aggregate.picksOne
    case .compared, .both, .either, .negated: false
    case .arithmetic, .share:
      Set(inputs.compactMap(\.pickedPeriod)).count == 1
    default: inputs.first?.hasPeriod ?? false
    }
  }

  /// The one period that a number is for.
  var pickedPeriod: Period? {
    if case .windowed(let window, _) = step, case .at(let period) = window.kind { return period }
    let periods = Set(inputs.compactMap(\.pickedPeriod))
    return periods.count == 1 ? periods.first : nil
  }
}

extension Plan {
  /// True where a transform works on what a window has left, as in `(exports in 2025) yoy`.
  fileprivate var looksOutOfWindow: Bool {
    if case .transformed(_, let inner) = step, case .windowed = inner.step { return true }
    return inputs.contains(where: \.looksOutOfWindow)
  }
}
