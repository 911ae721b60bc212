/// What is known about something, as labels with text.
struct Card: Sendable {
  var title: String
  private(set) var rows: [(label: String, text: String)] = []

  init(_ title: String) { self.title = title }

  /// Adds a row unless there is nothing to say.
  mutating func add(_ label: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    rows.append((label, text))
  }

  /// The card as lines of at most 78 columns.
  var lines: [String] {
    let width = rows.map(\.label.count).max() ?? 0
    var lines = [title]
    for row in rows {
      let padding = String(repeating: " ", count: width - row.label.count)
      let indent = String(repeating: " ", count: width + 4)
      for (index, line) in row.text.broken(at: 74 - width).enumerated() {
        lines.append(index == 0 ? "  \(row.label)\(padding)  \(line)" : "\(indent)\(line)")
      }
    }
    return lines
  }
}

/// How many there are of something: `1 month`, `8 months`, `41 series`.
func counted(_ count: Int, _ noun: String) -> String {
  let ending = count == 1 || noun.hasSuffix("s") ? "" : "s"
  return "\(Phrasing.decimals(Double(count), 0)) \(noun)\(ending)"
}

extension [String] {
  /// The texts that occur most often with their counts, the rest as a number.
  func tallied(_ limit: Int) -> String {
    var counts: [String: Int] = [:]
    for text in self { counts[text, default: 0] += 1 }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var parts = ordered.prefix(limit).map { "\($0.key) \($0.value)" }
    if ordered.count > limit { parts.append("and \(ordered.count - limit) more") }
    return parts.joined(separator: ", ")
  }
}
