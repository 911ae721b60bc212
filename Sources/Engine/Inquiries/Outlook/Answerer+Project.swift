import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// A series carried on at a rate a year: what would be, not what is expected.
  package func project(
    _ expression: Expression,
    to end: Period,
    at rate: Expression
  ) throws(Diagnostic) -> Answer {
    let trajectory = try Trajectory(expression, for: "project", self)
    let number = try trajectory.number(of: end, at: expression.span)
    let step = try rateStep(rate, trajectory)
    var series = trajectory.series.clamped(to: trajectory.series.first...trajectory.last)
    while series.end <= number {
      let base = series[series.end - trajectory.perYear]
      series.cells.append(
        base.hasValue ? base.with(value: step.next(base.value)).with(state: .provisional) : base
      )
    }
    let shown = series.trimmed
    let points = shown.numbers.map { Points.Point(period: shown.period($0), cell: shown[$0]) }
    let rateText = "\(rate)"
    var answer = Answer(
      reading: "project \(expression) to \(end) at \(rateText)",
      description: [
        expression.description, "projected at \(rateText) a year",
        trajectory.plan.kind.frequency.label,
      ] + [basis(of: trajectory.plan)].filter { !$0.isEmpty },
      content: .series(
        Points(
          points,
          unit: trajectory.unit,
          frequency: series.frequency,
          hasWindow: false
        )
      )
    )
    let lastLabel = series.period(trajectory.last).label
    answer.context = ["figures to \(lastLabel), from there on a rate and no forecast"]
    answer.sources = sources(of: trajectory.panel)
    answer.issuers = issuers(of: [trajectory.plan])
    return answer
  }

  /// What a year adds: a percentage of the level, or an amount in its unit.
  private func rateStep(
    _ rate: Expression,
    _ trajectory: Trajectory
  ) throws(Diagnostic) -> RateStep {
    let plan = try resolver.plan(Query(rate))
    let cell = evaluator.run(plan).columns.first?.series.cells.first
    guard plan.kind.isScalar, plan.kind.dimensions.isEmpty, let value = cell?.number else {
      throw Diagnostic("needs-rate", "a rate is one number, such as `5%`", at: rate.span)
    }
    switch (plan.kind.unit, trajectory.unit) {
    case (.percent?, .percent), (.percent?, .percentagePoints):
      throw Diagnostic(
        "pp-needs-percentage",
        "these are percentages: \(rate) of them, or points a year?",
        at: rate.span,
        fix: Fix(
          "write `\(plainNumber(value)) pp`",
          replacing: rate.span,
          with: "\(plainNumber(value)) pp"
        )
      )
    case (.percent?, _):
      guard !trajectory.isLinear else {
        throw Diagnostic(
          "signed-growth",
          "a balance has no rate of growth across zero; say an amount a year",
          at: rate.span
        )
      }
      return RateStep(factor: 1 + value / 100, amount: 0)
    case (.percentagePoints?, .percent), (.percentagePoints?, .percentagePoints):
      return RateStep(factor: 1, amount: value)
    case (let unit?, let own) where unit == own: return RateStep(factor: 1, amount: value)
    case (nil, .money) where plan.kind.isAmount: return RateStep(factor: 1, amount: value)
    default:
      throw Diagnostic(
        "needs-rate",
        "a rate a year is a percentage, or an amount in the unit of the series",
        at: rate.span
      )
    }
  }
}

/// How a value becomes that of a year later.
private struct RateStep {
  var factor: Double
  var amount: Double

  func next(_ value: Double) -> Double { value * factor + amount }
}
