import Periods

/// A year that is not over counts only the months there are, and so do those it is compared with.
struct PartialPeriod: Lint {
  static let code = "partial-period"

  static func note(on finding: Finding) -> Note? {
    guard let partial = finding.outcome.partial, isShown(partial.period, finding) else {
      return nil
    }
    let months = Period(from: partial.period.start, through: partial.through)
    return Note(
      code,
      "\(partial.period.label) is incomplete: \(months.label) only"
        + (finding.plan.kind.nature == .growth ? ", compared with the same months" : "")
    )
  }

  private static func isShown(_ period: Period, _ finding: Finding) -> Bool {
    finding.outcome.panel.columns.contains { column in
      let series = column.series
      return series[series.frequency.number(startingAtOrBefore: period.start)].hasValue
    }
  }
}
