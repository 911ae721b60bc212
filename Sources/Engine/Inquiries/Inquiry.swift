import Catalogue
import Guidance
import Language
import Periods

/// A query narrowed to the one value that is inquired into.
///
/// Of a series that is the last value, of a table the largest member.
struct Inquiry: Sendable {
  let answerer: Answerer
  let query: Query
  let plan: Plan
  /// Compares an incomplete period with the same months of others, as the answer does.
  let evaluator: Evaluator
  let answer: Answer
  /// What was read of a store for the answer, and not for what is told about it.
  let scans: [ExplainedStep]
  let members: [Member]
  /// The number of the period in its series.
  let number: Int

  init(_ query: Query, _ answerer: Answerer) throws(Diagnostic) {
    let query = query.spelledOut(on: answerer.bench)
    self.answerer = answerer
    self.query = query
    answer = try answerer.answer(query)
    scans = answerer.scanSteps
    plan = try answerer.resolver.plan(query)
    let outcome = answerer.evaluator.outcome(of: plan)
    let columns = outcome.panel.columns.filter { !$0.isRest }
    let ranked = plan.isRanked || plan.isWritten ? columns.first : columns.largest
    members = ranked?.members ?? []
    let series = ranked?.series
    number = series.map { outcome.panel.isScalar ? $0.first : $0.lastNumber ?? $0.first } ?? 0
    var evaluator = answerer.evaluator
    // The last value of a series may be the incomplete one, as one number may be.
    if let partial = outcome.partial, let grain = partial.period.grain,
      plan.kind.isScalar || series?.period(number).start == partial.period.start
    {
      evaluator.alignment = Evaluator.Alignment(
        grain: grain,
        months: partial.through - partial.period.start + 1
      )
    }
    self.evaluator = evaluator
  }

  /// One value of a plan, found where a step of an inquiry needs it.
  struct Look: Sendable {
    var series: Series
    var number: Int
    var cell: Cell
    var period: Period { series.period(number) }
  }

  /// The value of a plan for a period or, where the plan is one number, that number.
  func look(at plan: Plan, _ number: Int, _ evaluator: Evaluator) -> Look {
    let panel = evaluator.run(plan)
    let own = panel.columns.first { $0.members == members } ?? panel.columns.first
    let series = own?.series ?? Series(.monthly, first: number, cells: [])
    let number = panel.isScalar ? series.first : number
    return Look(series: series, number: number, cell: series[number])
  }

  /// The value in question.
  var value: Look { look(at: plan, number, evaluator) }

  /// The months that the value stands for.
  var span: Period {
    plan.accumulates.map { $0.span(of: value.period) } ?? value.period
  }

  /// The query without its window and its grain: `exports to US`.
  var subjectWords: String {
    var expression = query.expression.withoutWindow
    expression.mapPhrases { phrase, _ in
      let keys = phrase.qualifiers.grouping?.keys ?? []
      let isGrain = keys.allSatisfy { if case .grain = $0 { true } else { false } }
      if isGrain { phrase.qualifiers.grouping = nil }
    }
    return expression.description
  }

  /// The months in words; empty for numbers of no period, such as a correlation.
  var spanLabel: String { hasSpan ? span.label : "" }

  var hasSpan: Bool {
    !query.expression.isSeasonal && (!plan.kind.isScalar || plan.hasPeriod)
  }

  /// The one phrase of the query, where it is one.
  var phrase: Phrase? {
    guard case .phrase(let phrase) = query.expression else { return nil }
    return phrase
  }
}

extension Query {
  /// The query that `_` or a name alone stands for; itself where it says more.
  package func spelledOut(on bench: Workbench) -> Query {
    var query = self
    for _ in 0..<20 {
      guard case .phrase(let phrase) = query.expression, phrase.transforms.isEmpty,
        phrase.qualifiers == Qualifiers()
      else { break }
      let known: Query? =
        switch phrase.head {
        case .answer(let number): (number ?? bench.answers.keys.max()).flatMap { bench.answers[$0] }
        case .variable(let name): bench.definitions[name.text]?.query
        default: nil
        }
      guard let known else { break }
      query = known
    }
    return query
  }
}

extension Inquiry {
  /// The plan of a phrase at the frequency of the value; nil where it cannot be made.
  func plan(of phrase: Phrase, on bench: Workbench? = nil) -> Plan? {
    var scope = Scope()
    scope.frequency = plan.kind.frequency
    let resolver = bench.map { Resolver($0) } ?? answerer.resolver
    return try? resolver.plan(.phrase(phrase), scope)
  }
}

extension [Panel.Column] {
  fileprivate var largest: Panel.Column? {
    let present = filter { $0.series.cells.contains(where: \.hasValue) }
    return present.max { ($0.rankingValue, $1.name) < ($1.rankingValue, $0.name) } ?? first
  }
}
