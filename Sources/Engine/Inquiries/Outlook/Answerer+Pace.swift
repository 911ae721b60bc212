import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// How much a year a target takes, beside what the last years brought.
  package func pace(
    _ expression: Expression,
    to amount: Expression,
    by end: Period
  ) throws(Diagnostic) -> Answer {
    let trajectory = try Trajectory(expression, for: "pace", self)
    let number = try trajectory.number(of: end, at: expression.span)
    let target = try target(amount, trajectory)
    let years = Double(number - trajectory.last) / Double(trajectory.perYear)
    // Months and quarters have a season: the same one of the last year is the base.
    let base = number - trajectory.perYear * Int(years.rounded(.up))
    let now = trajectory.series[base]
    let span = Double(number - base) / Double(trajectory.perYear)
    guard now.hasValue else {
      throw Diagnostic(
        "not-loaded",
        "there is no figure of \(trajectory.series.period(base).label) to start from",
        at: expression.span
      )
    }
    let path = Path(trajectory, isLinear: trajectory.isLinear || target <= 0)
    let needed = path.rate(from: now.value, to: target, years: span)
    var scalar = Scalar(now.with(value: needed), unit: path.unit, period: nil)
    scalar.isChange = true
    var answer = Answer(
      reading: "pace of \(expression) to \(amount) by \(end)",
      description: [
        "pace of \(expression) to \(amount) by \(end)", "a year",
        trajectory.plan.kind.frequency.label,
      ] + [basis(of: trajectory.plan)].filter { !$0.isEmpty },
      content: .scalar(scalar)
    )
    answer.context = sentences(path, base: base, target, end)
    answer.sources = sources(of: trajectory.panel)
    answer.issuers = issuers(of: [trajectory.plan])
    return answer
  }

  private func target(
    _ amount: Expression,
    _ trajectory: Trajectory
  ) throws(Diagnostic) -> Double {
    let plan = try resolver.plan(Query(amount))
    let value = evaluator.run(plan).columns.first?.series.cells.first?.number
    let isOfUnit: Bool =
      switch (plan.kind.unit, trajectory.unit) {
      case (nil, .money): plan.kind.isAmount
      case (nil, .percent), (nil, .percentagePoints): false
      case (nil, _): true
      case (let unit?, let own): unit == own
      }
    guard isOfUnit, let value else {
      throw Diagnostic(
        "unit-mismatch",
        "the target is \(plan.kind.unit?.noun ?? "a bare number"), the series "
          + trajectory.unit.noun,
        at: amount.span
      )
    }
    return value
  }

  private func sentences(
    _ path: Path,
    base: Int,
    _ target: Double,
    _ end: Period
  ) -> [String] {
    let trajectory = path.trajectory
    let series = trajectory.series
    let unit = trajectory.unit
    let now = series[base].value
    var sentences = [
      "from \(Phrasing.amount(now, unit)) in \(series.period(base).label) to "
        + "\(Phrasing.amount(target, unit)) in \(end.label)"
    ]
    let past = [5, 1].compactMap { years -> (Int, Double)? in
      let before = series[base - years * trajectory.perYear]
      guard before.hasValue, path.isLinear || before.value > 0 else { return nil }
      return (years, path.rate(from: before.value, to: now, years: Double(years)))
    }
    guard let usual = past.first else { return sentences }
    let listed = past.map { years, rate in
      let name = years == 1 ? "the last year" : "the last \(years) years"
      return "\(name): \(Phrasing.amount(rate, path.unit, signed: true)) a year"
    }
    sentences.append(listed.joined(separator: "; "))
    if let years = path.years(from: now, to: target, at: usual.1), years > 0, years < 100 {
      let reached = series.period(base).end + Int((12 * years).rounded(.up))
      sentences.append("at the pace of the last \(counted(usual.0, "year")): in \(reached.year)")
    } else {
      sentences.append("at the pace of the last \(counted(usual.0, "year")): never")
    }
    return sentences
  }
}

/// A way from one level to another: at a constant percentage, or by a constant amount.
private struct Path {
  let trajectory: Trajectory
  let isLinear: Bool

  init(_ trajectory: Trajectory, isLinear: Bool) {
    self.trajectory = trajectory
    self.isLinear = isLinear
  }

  var unit: Unit {
    guard isLinear else { return .percent }
    return trajectory.unit == .percent ? .percentagePoints : trajectory.unit
  }

  func rate(from start: Double, to end: Double, years: Double) -> Double {
    isLinear ? (end - start) / years : 100 * (power(end / start, 1 / years) - 1)
  }

  /// How many years it takes at a rate; nil where it never gets there.
  func years(from start: Double, to end: Double, at rate: Double) -> Double? {
    let years =
      isLinear
      ? (end - start) / rate
      : naturalLogarithm(end / start) / naturalLogarithm(1 + rate / 100)
    return years.isFinite && years >= 0 ? years : nil
  }
}
