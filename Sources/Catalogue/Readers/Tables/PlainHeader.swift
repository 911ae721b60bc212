/// Where the names of the columns stand in a table of unknown layout.
extension SourceFile {
  /// The first record as wide as most that names more than it counts; nil where none does.
  var plainHeader: Header? {
    var widths: [Int: Int] = [:]
    for record in head { widths[record.filledCount, default: 0] += 1 }
    let usual = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    let record = head.first { record in
      record.filledCount >= 2 && record.filledCount * 2 >= usual && record.hasNames
    }
    return record.map(Header.init)
  }
}

extension Record {
  /// Names, or names with periods to their right; not figures.
  fileprivate var hasNames: Bool {
    var named = 0
    var figures = 0
    for field in fields where !field.isEmpty {
      if PeriodText(field) != nil { continue }
      if case .number = NumberStyle().read(field) { figures += 1 } else { named += 1 }
    }
    return named > figures
  }
}
