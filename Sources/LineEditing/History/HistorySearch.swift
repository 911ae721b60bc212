/// A search through the history, newest entry first, that follows what is typed.
struct HistorySearch: Panel {
  private let entries: [String]
  private(set) var query: String
  private(set) var matches: [String] = []
  private(set) var index = 0

  init(_ entries: [String], query: String) {
    self.entries = entries.reversed()
    self.query = query
    run()
  }

  var current: String? { matches.indices.contains(index) ? matches[index] : nil }

  mutating func edit(_ change: (inout String) -> Void) {
    change(&query)
    run()
  }

  mutating func goOlder(_ step: Int) {
    index = max(0, min(matches.count - 1, index + step))
  }

  private mutating func run() {
    let needle = query.lowercased()
    matches = needle.isEmpty ? entries : entries.filter { $0.lowercased().contains(needle) }
    index = 0
  }

  /// The UTF-8 range of the query in the entry that was found.
  var hit: Range<Int>? {
    guard let current, !query.isEmpty else { return nil }
    let needle = Array(query.lowercased())
    let letters = Array(current)
    guard letters.count >= needle.count else { return nil }
    for start in 0...(letters.count - needle.count) {
      let part = letters[start..<(start + needle.count)]
      guard zip(part, needle).allSatisfy({ $0.lowercased() == String($1) }) else { continue }
      let before = letters[..<start].reduce(0) { $0 + $1.utf8.count }
      return before..<part.reduce(before) { $0 + $1.utf8.count }
    }
    return nil
  }

  /// The query, then the entries around the one that is chosen.
  func lines(columns: Int, room: Int, palette: Palette) -> [StyledText] {
    var status = StyledText("history: ", palette.status)
    status.append(query, palette.typed)
    if matches.isEmpty {
      status.append("  no match", palette.warning)
    } else {
      status.append("  \(index + 1)/\(matches.count)", palette.status)
    }
    status.append("   ^R older  ^S newer  Enter runs  Tab edits  Esc leaves", palette.status)
    let visible = max(0, min(matches.count, room - 1, 6))
    let first = max(0, min(index - visible / 2, matches.count - visible))
    return [status]
      + matches[first..<(first + visible)].enumerated().map { offset, entry in
        let isChosen = first + offset == index
        let flat = String(entry.map { $0.isNewline ? " " : $0 })
        let text = StyledText(flat, isChosen ? palette.selection : palette.description)
        return isChosen ? text.fitted(to: columns - 1, filling: palette.selection) : text
      }
  }
}
