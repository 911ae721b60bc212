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
    averageRates(last)
    let before = count
    let kept = values.indices.map { last[key(of: $0)] == $0 }
    keep { kept[$0] }
    guard count < before else { return }
    find(
      ImportFinding(
        "by-day",
        "figures are given by day: the last of each month is taken, of exchange rates the mean",
        isWarning: false
      )
    )
  }

  /// Puts the mean of a month's exchange rates where its last one stands.
  private mutating func averageRates(_ last: [DailyKey: Int]) {
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for row in values.indices {
      guard case .rate = units[row], let target = last[key(of: row)] else { continue }
      let known = sums[target] ?? (0, 0)
      sums[target] = (known.sum + values[row], known.count + 1)
    }
    for (row, mean) in sums { replaceValue(at: row, by: mean.sum / mean.count) }
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
