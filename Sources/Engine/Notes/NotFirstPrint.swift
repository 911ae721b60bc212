import Catalogue
import Language
import Periods

/// A figure asked for as first published that the data know only as revised, long after its time.
struct NotFirstPrint: Lint {
  static let code = "not-first-print"

  /// So many days behind the end of a period no office publishes it for the first time.
  private static let latest = 180

  static func note(on finding: Finding) -> Note? {
    let own = finding.phrase?.qualifiers.vintage?.kind
    guard
      own.map({ $0 == .firstPublished })
        ?? (finding.answerer.resolver.bench.vintage == .firstPublished)
    else { return nil }
    var late: [(name: String, day: Day)] = []
    for series in finding.outcome.panel.columns.map(\.series) {
      for (i, cell) in series.cells.enumerated() {
        let period = series.period(series.first + i)
        guard let day = lateDay(of: cell, period) else { continue }
        if !late.contains(where: { $0.name == period.label }) { late.append((period.label, day)) }
      }
    }
    if late.isEmpty, let number = finding.number,
      let series = finding.outcome.panel.columns.first?.series,
      let comparison = finding.answerer.comparison(series, finding.plan, finding.outcome),
      let day = lateDay(of: comparison.cell, number.period)
    {
      late = [(comparison.label, day)]
    }
    guard let first = late.first, let newest = late.map(\.day).max() else { return nil }
    let rest = late.count > 1 ? " and \(late.count - 1) more" : ""
    return Note(
      code,
      "the data have no first print of all that is in \(first.name)\(rest): figures of up to"
        + " \(newest) stand in, later vintages that may have been revised"
    )
  }

  private static func lateDay(of cell: Cell, _ period: Period) -> Day? {
    guard cell.hasValue, let day = cell.published,
      day.number > Day(lastOf: period.end).number + latest
    else { return nil }
    return day
  }
}
