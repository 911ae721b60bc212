/// What a setting may be set to.
package enum SettingValues: Sendable, Equatable {
  case onOff
  case words([String])
  case number(ClosedRange<Int>, unit: String, words: [String])
  /// Anything, described in a few words; some values mean something of their own.
  case text(String, words: [String] = [])
  /// A day, `latest` or `first published`.
  case vintage
  /// A place of the data.
  case reporter

  /// The value as it is kept; nil where it is none.
  package func accepted(_ text: String) -> String? {
    let word = text.lowercased()
    switch self {
    case .onOff: return SettingValues.switches[word]
    case .words(let words): return words.contains(word) ? word : nil
    case .number(let range, _, let words):
      if words.contains(word) { return word }
      guard let number = Int(text.filter { $0 != "," && $0 != "_" }), range.contains(number) else {
        return nil
      }
      return "\(number)"
    case .text(_, let words):
      return words.contains(word) ? word : text.isEmpty ? nil : text
    case .vintage, .reporter: return text.isEmpty ? nil : text
    }
  }

  private static let switches = [
    "on": "on", "off": "off", "yes": "on", "no": "off", "true": "on", "false": "off",
  ]

  /// What may stand there, as the end of a sentence.
  package var requirement: String {
    switch self {
    case .onOff: "on or off"
    case .words(let words):
      words.dropLast().joined(separator: ", ") + words.suffix(1).map { " or " + $0 }.joined()
    case .number(let range, let unit, let words):
      words.map { $0 + ", or " }.joined()
        + "from \(range.lowerBound) to \(range.upperBound) \(unit)"
    case .text(let description, _): description
    case .vintage: "a day such as 2025-12-08, latest or first published"
    case .reporter: "a reporter of the data"
    }
  }

  /// The values that can be listed.
  package var choices: [String] {
    switch self {
    case .onOff: ["on", "off"]
    case .words(let words), .text(_, let words): words
    case .number(_, _, let words): words
    case .vintage: ["latest", "first published"]
    case .reporter: []
    }
  }
}
