import Periods

/// A year to date must be the one before it and the month.
enum RunningTotals: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    figures.keys.filter { figures.isFlow.contains($0.series) }.flatMap { key in
      let table = figures.byKey[key] ?? [:]
      return table.keys.sorted().compactMap { finding(figures, key, table, $0) }
    }.shortened()
  }

  private static func finding(
    _ figures: CheckedFigures,
    _ key: CheckedFigures.Key,
    _ table: [Period: CheckedFigures.Figure],
    _ period: Period
  ) -> ImportFinding? {
    guard period.start.number == 1, (2...12).contains(period.length),
      let total = table[period], let month = table[Period(period.end)]
    else { return nil }
    let before = Period(start: period.start, length: period.length - 1)
    guard let earlier = table[before] else { return nil }
    let expected = total.value - earlier.value
    let size = max(abs(total.value), abs(earlier.value))
    let rounding = 1.5 * [total, earlier, month].map { roundingUnit($0.value) }.minimum
    guard abs(month.value - expected) > max(0.005 * size, rounding) else { return nil }
    let head =
      "\(period.end.abbreviation) \(period.end.year)\(figures.name(key)): \(total.column) "
      + "\(figures.raw(total.value)) = \(figures.raw(earlier.value)) + \(figures.raw(expected))"
    var finding = ImportFinding(
      "cumulative-broken",
      head + ", not + \(figures.raw(month.value))",
      line: month.line
    )
    if let power = month.value.powerOfTen(over: expected) {
      finding.text = head + ": \(month.column) \(figures.raw(month.value)) is \(power.timesTen)"
      finding.mend =
        "scale \(month.column.asTyped) row \(Period(period.end)) by \(decimal(power: -power))"
    }
    return finding
  }
}
