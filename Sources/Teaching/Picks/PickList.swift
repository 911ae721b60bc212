/// The values that a lesson draws for every student, and the places where they are filled in.
package struct PickList: Equatable, Sendable {
  package private(set) var picks: [Pick] = []

  /// What is wrong with the braces of the lesson, with the line of each.
  package private(set) var problems: [Problem] = []

  package struct Problem: Equatable, Sendable {
    package var line: Int
    package var text: String
  }

  /// Lessons with more are refused.
  private static let most = 50

  /// Finds what a lesson draws.
  package init(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      for brace in PickList.braces(in: line) where brace.isPick {
        let known = picks.first { $0.name == brace.name }
        guard let pick = Pick(brace.name, brace.rest), picks.count < PickList.most else {
          let example = "`{month: pick 2015-01..2025-12 seed student}`"
          add("I cannot draw from '\(brace.rest)'; it is written \(example)", index + 1)
          continue
        }
        if let known, known != pick {
          add("'\(brace.name)' is drawn twice, from different values", index + 1)
        } else if known == nil {
          picks.append(pick)
        }
      }
    }
  }

  private mutating func add(_ text: String, _ line: Int) {
    problems.append(Problem(line: line, text: text))
  }

  /// What a student of a lesson gets, by the names of the picks.
  package func choices(student: String, lesson: String) -> [String: String] {
    var choices: [String: String] = [:]
    for pick in picks { choices[pick.name] = pick.value(student: student, lesson: lesson) }
    return choices
  }

  /// A text with the values in their places; braces of any other kind stay.
  package func filled(_ text: String, _ choices: [String: String]) -> String {
    guard !picks.isEmpty else { return text }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let filled = lines.map { line -> String in
      var result = ""
      var position = line.startIndex
      for brace in PickList.braces(in: line) {
        guard let value = choices[brace.name] else { continue }
        let shown =
          brace.isPick || brace.rest.isEmpty ? value : Pick.form(brace.rest, of: value)
        guard let shown else { continue }
        result += line[position..<brace.range.lowerBound] + shown
        position = brace.range.upperBound
      }
      return result + line[position...]
    }
    return filled.joined(separator: "\n")
  }

  // MARK: Braces

  /// `{name}`, `{name.form}` or `{name: pick …}` in a line.
  private struct Brace {
    var name: String
    var isPick: Bool
    /// The form of a value, or what a pick draws from.
    var rest: String
    var range: Range<Substring.Index>
  }

  private static func braces(in line: Substring) -> [Brace] {
    var braces: [Brace] = []
    var rest = line
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(where: { $0 == "}" || $0 == "{" }) else { break }
      guard inside[close] == "}" else {
        rest = inside[close...]
        continue
      }
      let after = inside.index(after: close)
      if let brace = brace(inside[..<close], open..<after) { braces.append(brace) }
      rest = line[after...]
    }
    return braces
  }

  private static func brace(_ text: Substring, _ range: Range<Substring.Index>) -> Brace? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard let first = name.first, first.isLetter else { return nil }
    let behind = text.dropFirst(name.count)
    if behind.isEmpty { return Brace(name: String(name), isPick: false, rest: "", range: range) }
    if behind.first == "." {
      let form = String(behind.dropFirst())
      return Brace(name: String(name), isPick: false, rest: form, range: range)
    }
    guard behind.first == ":" else { return nil }
    let words = String(behind.dropFirst()).trimmed
    guard words.hasPrefix("pick ") else { return nil }
    let values = String(words.dropFirst(5))
    return Brace(name: String(name), isPick: true, rest: values, range: range)
  }
}
