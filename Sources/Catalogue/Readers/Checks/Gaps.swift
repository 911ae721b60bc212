import Periods

/// Months that are missing inside a series of months.
enum Gaps: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    var months: [String: Set<Int>] = [:]
    for key in figures.keys where figures.isFlow.contains(key.series) {
      for period in (figures.byKey[key] ?? [:]).keys where period.length == 1 {
        months[key.series, default: []].insert(period.start.index)
      }
    }
    var missing: [[Int]: [String]] = [:]
    for series in months.keys.sorted() {
      guard let present = months[series], let first = present.min(), let last = present.max(),
        present.count >= 6
      else { continue }
      let gaps = (first...last).filter { !present.contains($0) }
      // A file of some months of each year has no gaps, but a plan.
      guard !gaps.isEmpty, gaps.count * 3 < present.count else { continue }
      missing[gaps, default: []].append(series)
    }
    return missing.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { gaps, series in
      let list = gaps.prefix(4).map { Month(index: $0).description }.joined(separator: ", ")
      let more = gaps.count > 4 ? " and \(gaps.count - 4) more" : ""
      return ImportFinding(
        "gap",
        "no \(series.joined(separator: ", ")) for \(list)\(more)"
      )
    }
  }
}
