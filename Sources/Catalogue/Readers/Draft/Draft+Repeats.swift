import Periods

extension Draft {
  /// Takes rows out that say the same as an earlier one, and reports rows that contradict one.
  ///
  /// Two spellings of one place are two parts of it and add up; two rows of one spelling do not.
  mutating func dropRepeats() {
    var seen: [RepeatKey: Int] = [:]
    seen.reserveCapacity(count)
    var repeats: [Int] = []
    var rivals: [(first: Int, second: Int)] = []
    for row in values.indices {
      let key = RepeatKey(
        series: series.codes[row],
        reporter: reporters.codes[row],
        partner: spellings.codes[row] << 32 | partners.codes[row],
        product: products.codes[row],
        unit: units.codes[row],
        period: periods.codes[row]
      )
      guard let first = seen[key] else {
        seen[key] = row
        continue
      }
      if values[first] == values[row], options.repeats != .add {
        repeats.append(row)
      } else if values[first] != values[row] {
        rivals.append((first, row))
        seen[key] = row
      }
    }
    report(repeats)
    let superseded = settle(rivals)
    let dropped = Set(repeats + superseded)
    if !dropped.isEmpty { keep { !dropped.contains($0) } }
  }

  private mutating func report(_ repeats: [Int]) {
    guard let first = repeats.first else { return }
    find(
      ImportFinding(
        "rows-repeated",
        (repeats.count == 1 ? "1 figure says" : "\(repeats.count) figures say")
          + " again what an earlier row says: counted once",
        line: Int(lines[first])
      )
    )
  }

  /// The rows that contradictions take out: few are corrections, so that the later row counts; many
  /// are parts of a whole, and add up.
  private mutating func settle(_ rivals: [(first: Int, second: Int)]) -> [Int] {
    guard let rival = rivals.first else { return [] }
    let likely: ImportOptions.Repeats = rivals.count * 20 > count ? .add : .last
    let choice = options.repeats ?? likely
    let words =
      switch choice {
      case .add: "taken as parts and added up"
      case .last: "the later one counts"
      case .first: "the earlier one counts"
      }
    find(
      ImportFinding(
        "rows-contradict",
        (rivals.count == 1 ? "1 figure differs" : "\(rivals.count) figures differ")
          + " from an earlier row for the same period and partner "
          + "(line \(lines[rival.first])): " + words,
        line: Int(lines[rival.second]),
        mend: options.repeats == nil ? "repeats \(likely == .add ? "last" : "add")" : nil,
        isWarning: options.repeats == nil
      )
    )
    switch choice {
    case .add: return []
    case .last: return rivals.map(\.first)
    case .first: return rivals.map(\.second)
    }
  }
}

private struct RepeatKey: Hashable {
  var series: Int
  var reporter: Int
  var partner: Int
  var product: Int
  var unit: Int
  var period: Int
}
