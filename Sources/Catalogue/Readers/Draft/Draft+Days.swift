import Periods

extension Draft {
  /// Of figures by day the last of each month is taken.
  mutating func keepLastOfMonths(_ rows: TableRows, _ file: SourceFile, _ header: Header) {
    guard let column = rows.roles.period, file.isByDay(column, header) else { return }
    var last: [DailyKey: Int] = [:]
    for row in values.indices {
      let key = key(of: row)
      if let other = last[key], (days[other], other) > (days[row], row) { continue }
      last[key] = row
    }
    let before = count
    let kept = values.indices.map { last[key(of: $0)] == $0 }
    keep { kept[$0] }
    guard count < before else { return }
    find(
      ImportFinding(
        "by-day",
        "figures are given by day: the last of each month is taken",
        isWarning: false
      )
    )
  }

  private func key(of row: Int) -> DailyKey {
    DailyKey(
      series: series.codes[row],
      reporter: reporters.codes[row],
      partner: spellings.codes[row],
      product: products.codes[row],
      period: periods.codes[row]
    )
  }
}

private struct DailyKey: Hashable {
  var series: Int
  var reporter: Int
  var partner: Int
  var product: Int
  var period: Int
}
