import Periods

/// Where January is missing in every year and February is large, the two are given together.
enum CombinedNewYear: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    var combined = 0
    var plain = 0
    var line: Int?
    for key in figures.keys where figures.isFlow.contains(key.series) && key.series != "balance" {
      let table = figures.byKey[key] ?? [:]
      for (period, february) in table where period.length == 1 && period.start.number == 2 {
        let january = table[Period(period.start - 1)]
        guard let march = table[Period(period.start + 1)] else { continue }
        if january == nil || january?.value == 0, february.value > 1.5 * march.value {
          combined += 1
          line = min(line ?? .max, february.line)
        } else {
          plain += 1
        }
      }
    }
    guard combined >= 2, combined > plain else { return [] }
    return [
      ImportFinding(
        "new-year-combined",
        "January is missing and February about twice March in \(combined) cases: "
          + "February seems to hold both months",
        line: line,
        mend: "combine january"
      )
    ]
  }
}
