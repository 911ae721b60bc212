import Catalogue
import Language
import Periods

/// Months that neither season nor trend explains, in figures that were adjusted.
struct Outliers: Lint {
  static let code = "outliers"

  static func note(on finding: Finding) -> Note? {
    guard !finding.plan.kind.isScalar || finding.plan.hasPeriod,
      let (method, inner) = finding.plan.seasonalStep, inner.kind.dimensions.isEmpty
    else { return nil }
    if case .program(let model) = method { return note(on: model) }
    guard case .local(let model) = method,
      let series = finding.answerer.evaluator.run(inner).columns.first?.series
    else { return nil }
    let shown = Set(
      finding.outcome.panel.columns.flatMap { column in
        column.series.numbers.map { column.series.period($0).end.index }
      }
    )
    let found = model.outliers(of: series).filter { shown.contains(series.period($0).end.index) }
    guard let last = found.last else { return nil }
    let listed = found.suffix(3).map { series.period($0).label }.joined(separator: ", ")
    let more = found.count > 3 ? " and \(found.count - 3) before" : ""
    let hint = " that season and trend do not explain"
    guard found.count > 1 else {
      return Note(
        code,
        "\(series.period(last).label) is an outlier\(hint); `robust` counts it less"
      )
    }
    return Note(code, "outliers\(hint): \(listed)\(more); `robust` counts them less")
  }

  /// Those that a program found by itself, whatever months are shown: all its figures rest on them.
  private static func note(on model: ProgramModel) -> Note? {
    guard model.outcomes.count == 1, let outliers = try? model.outcomes[0].result.get().outliers,
      !outliers.isEmpty
    else { return nil }
    let listed = outliers.suffix(4).map { "\($0.period.label) (\($0.kind))" }
    let more = outliers.count > 4 ? " and \(outliers.count - 4) before" : ""
    return Note(
      code,
      "`\(ProgramModel.word)` took for outliers: \(listed.joined(separator: ", "))\(more)"
    )
  }
}
