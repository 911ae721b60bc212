import Catalogue
import Language
import Periods

/// Months that neither season nor trend explains, in figures that were adjusted.
struct Outliers: Lint {
  static let code = "outliers"

  static func note(on finding: Finding) -> Note? {
    guard !finding.plan.kind.isScalar || finding.plan.hasPeriod,
      let (model, inner) = finding.plan.seasonalStep, inner.kind.dimensions.isEmpty,
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
}

extension Plan {
  /// The seasonal adjustment in the plan and what it takes apart; nil where there is none.
  fileprivate var seasonalStep: (SeasonalModel, Plan)? {
    if case .transformed(let transform, let inner) = step {
      if let adjusted = transform as? SeasonallyAdjusted { return (adjusted.model, inner) }
      if let trend = transform as? Trend { return (trend.model, inner) }
    }
    return inputs.lazy.compactMap(\.seasonalStep).first
  }
}
