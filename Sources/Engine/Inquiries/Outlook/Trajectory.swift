import Catalogue
import Guidance
import Language
import Periods

/// A series up to its last complete period, from which it is carried on.
struct Trajectory: Sendable {
  let plan: Plan
  let panel: Panel
  let series: Series
  /// The number of the last period with a figure.
  let last: Int
  let perYear: Int

  init(
    _ expression: Expression,
    for word: String,
    _ answerer: Answerer
  ) throws(Diagnostic) {
    var scope = Scope()
    scope.frequency = .annual
    plan = try answerer.resolver.plan(expression, scope)
    guard !plan.kind.isScalar, plan.kind.dimensions.isEmpty, plan.kind.nature != .truth,
      plan.kind.nature != .growth, let perYear = plan.kind.frequency.perYear
    else {
      throw Diagnostic(
        "needs-series",
        "`\(word)` carries one series of levels on, and this is none",
        at: expression.span,
        notes: plan.kind.nature == .growth ? ["growth is the rate behind `at`"] : []
      )
    }
    panel = answerer.evaluator.run(plan)
    self.perYear = perYear
    series = panel.columns.first?.series ?? Series(.annual, first: 0, cells: [])
    guard let last = series.lastNumber else {
      throw Diagnostic("not-loaded", "there are no figures to carry on", at: expression.span)
    }
    self.last = last
    if answerer.bench.isCancelled() {
      throw Diagnostic("interrupted", "the evaluation was stopped before its end")
    }
    if let failure = answerer.bench.facts.failure { throw failure }
  }

  /// The number of the period at the end; refused where it lies behind the last or far ahead.
  func number(of end: Period, at span: SourceSpan) throws(Diagnostic) -> Int {
    let frequency = series.frequency
    let number =
      frequency.number(of: end) ?? frequency.number(startingAtOrBefore: end.end)
    guard number > last else {
      throw Diagnostic(
        "nothing-ahead",
        "\(end.label) is not ahead: the figures reach to \(series.period(last).label)",
        at: span
      )
    }
    guard number - last <= 30 * perYear else {
      throw Diagnostic(
        "too-far",
        "thirty years ahead at most: beyond that a rate says nothing",
        at: span
      )
    }
    return number
  }

  var unit: Unit { plan.kind.unit ?? .ratio }

  /// True where a path is an amount a year and no percentage: balances, shares, rates.
  var isLinear: Bool {
    plan.kind.isSigned || unit == .percent || unit == .percentagePoints
      || series[last].value <= 0
  }
}
