import Periods

extension Draft {
  /// Adds all goods together where a file has every chapter and no total.
  ///
  /// A file of a few goods gets no total: its sum would pass for all trade.
  mutating func addTotals() {
    guard !products.codes.contains(0), count > 0 else { return }
    let chapters = Set(products.words.filter(\.isChapter))
    let isHarmonised = chapters.contains { !$0.contains("-") }
    guard chapters.count >= (isHarmonised ? 90 : 60) else {
      if products.words.count > 1 {
        find(
          ImportFinding(
            "no-total",
            "the file has no total of all goods, but \(products.words.count - 1) by themselves: "
              + "ask `exports of …`, or `by product`",
            isWarning: false
          )
        )
      }
      return
    }
    let isChapter = products.words.map(\.isChapter)
    var sums: [TotalKey: (row: Int, sum: Double)] = [:]
    var order: [TotalKey] = []
    for row in values.indices where isChapter[products.codes[row]] {
      let key = TotalKey(
        series: series.codes[row],
        reporter: reporters.codes[row],
        partner: spellings.codes[row],
        unit: units.codes[row],
        period: periods.codes[row]
      )
      if let known = sums[key] {
        sums[key] = (known.row, known.sum + values[row])
      } else {
        sums[key] = (row, values[row])
        order.append(key)
      }
    }
    firstDerived = count
    for key in order {
      guard let (row, sum) = sums[key] else { continue }
      var figure = Figure(
        series[row],
        sum,
        in: units[row],
        for: periods[row],
        line: Int(lines[row])
      )
      figure.reporter = placesByCode[reporters[row]] ?? .unnamed
      figure.partner = placesByCode[partners[row]] ?? .world
      figure.basis = bases[row]
      figure.spelling = spellings[row]
      add(figure)
    }
    find(
      ImportFinding(
        "total-derived",
        "the file has no total of all goods: \(chapters.count) chapters are added up",
        isWarning: false
      )
    )
  }
}

private struct TotalKey: Hashable {
  var series: Int
  var reporter: Int
  var partner: Int
  var unit: Int
  var period: Int
}

extension String {
  /// True for codes of two digits, alone or behind the name of a classification.
  fileprivate var isChapter: Bool {
    let code = split(separator: "-").last ?? self[...]
    return code.count == 2 && code.allSatisfy(\.isASCIIDigit)
  }
}
