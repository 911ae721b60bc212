import Glibc

/// What was entered before, oldest first, each entry once.
package final class History {
  package private(set) var entries: [String] = []
  /// How many entries are kept; with none, none is written to the file either.
  package var limit: Int {
    didSet { if entries.count > limit { entries.removeFirst(entries.count - limit) } }
  }
  private var file: HistoryFile?

  /// Without a path, entries live as long as the program.
  package init(path: String? = nil, limit: Int = 10_000) {
    self.limit = max(0, limit)
    file = path.flatMap { $0.isEmpty ? nil : HistoryFile(path: $0) }
    let lines = takeInOthers()
    if self.limit > 0, lines > self.limit + self.limit / 2 { file?.compact(to: self.limit) }
  }

  /// Adds an entry, here and in the file.
  ///
  /// An empty entry is not worth it, and one with a leading space is private. Spaces at the end do
  /// not count. The same entry again moves to the end.
  package func add(_ entry: String) {
    guard limit > 0, entry.first != " ", let last = entry.lastIndex(where: { !$0.isWhitespace })
    else {
      return
    }
    let entry = String(entry[...last])
    guard entries.last != entry else { return }
    if let old = entries.lastIndex(of: entry) { entries.remove(at: old) }
    entries.append(entry)
    if entries.count > limit { entries.removeFirst(entries.count - limit) }
    file?.append(entry)
  }

  /// Takes in what other shells have added to the file since the last time; says how much that is.
  @discardableResult
  package func takeInOthers() -> Int {
    guard let (new, isWhole) = file?.readNew(), !new.isEmpty else { return 0 }
    entries = newest(isWhole ? new : entries + new, limit: limit)
    return new.count
  }

  /// What follows the text in the newest entry that begins with it and is acceptable.
  ///
  /// The question is not asked of more than a few entries, because it is asked at every key.
  func continuation(
    of text: String,
    where isAcceptable: (String) -> Bool = { _ in true }
  ) -> String? {
    let prefix = Array(text.utf8)
    var questions = 0
    for entry in entries.reversed() where entry.utf8.count > prefix.count {
      guard entry.begins(with: prefix) else { continue }
      let rest = entry[entry.utf8.index(entry.startIndex, offsetBy: prefix.count)...]
      // A mark that belongs to the last letter of the text would change that letter.
      guard let first = rest.first, let last = text.last, "\(last)\(first)".count == 2 else {
        continue
      }
      guard questions < History.mostQuestions else { return nil }
      questions += 1
      if isAcceptable(entry) { return String(rest) }
    }
    return nil
  }

  private static let mostQuestions = 4

  /// The nearest entry with this beginning, before an index or after it.
  func index(of prefix: String, from index: Int, by step: Int, unlike shown: String) -> Int? {
    let prefix = Array(prefix.utf8)
    var candidate = index + step
    while entries.indices.contains(candidate) {
      let entry = entries[candidate]
      if entry.begins(with: prefix), entry != shown { return candidate }
      candidate += step
    }
    return nil
  }
}

extension String {
  /// Whether the bytes of this text begin with these, which thousands of entries are asked.
  fileprivate func begins(with prefix: [UInt8]) -> Bool {
    let isEqual = utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.count >= prefix.count, let start = bytes.baseAddress else {
        return prefix.isEmpty
      }
      return memcmp(start, prefix, prefix.count) == 0
    }
    return isEqual ?? utf8.starts(with: prefix)
  }
}
