import Glibc

/// A search through the history, newest entry first, that follows what is typed.
struct HistorySearch: Panel {
  private let entries: [String]

  /// The entries in lower case, as bytes: thousands are looked through with each key.
  private let folded: [[UInt8]]
  private(set) var query: String
  private(set) var matches: [Int] = []
  private(set) var index = 0

  init(_ entries: [String], query: String) {
    self.entries = entries.reversed()
    folded = self.entries.map(HistorySearch.fold)
    self.query = query
    run(in: Array(entries.indices))
  }

  var current: String? { matches.indices.contains(index) ? entries[matches[index]] : nil }

  mutating func append(_ text: String) {
    query += text
    // What did not match less does not match more.
    run(in: matches)
  }

  mutating func eraseLast() {
    _ = query.popLast()
    run(in: Array(entries.indices))
  }

  mutating func eraseAll() {
    query = ""
    run(in: Array(entries.indices))
  }

  mutating func goOlder(_ step: Int) {
    index = max(0, min(matches.count - 1, index + step))
  }

  private mutating func run(in candidates: [Int]) {
    let needle = HistorySearch.fold(query)
    matches = candidates.filter { folded[$0].contains(bytes: needle) }
    index = 0
  }

  private static func fold(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return Array(text.lowercased().utf8) }
    return bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
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
        let flat = String(entries[entry].map { $0.isNewline ? " " : $0 })
        let text = StyledText(flat, isChosen ? palette.selection : palette.description)
        return isChosen ? text.fitted(to: columns - 1, filling: palette.selection) : text
      }
  }
}

extension [UInt8] {
  /// Whether these bytes stand somewhere in this array.
  fileprivate func contains(bytes needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      var start = 0
      while start + needle.count <= count {
        let room = count - needle.count - start + 1
        guard let hit = memchr(base + start, Int32(first), room) else { return false }
        if memcmp(hit, needle, needle.count) == 0 { return true }
        start = UnsafeRawPointer(hit) - base + 1
      }
      return false
    }
  }
}
