/// Compares the output that a session expects with the output of a new run.
///
/// Lines are compared as words and numbers. Numbers may differ by half a unit of the last digit
/// that is expected, and by the tolerance of the block; integers not at all. Padding, drawing and
/// colour do not count, lines that begin with `~` are left out, `…` alone stands for any lines and
/// `[..]` for any part of one. The first line, the reading, is compared by its parts.
package struct OutputComparison: Sendable {
  package var tolerance: TradeAttributes.Tolerance?

  package init(tolerance: TradeAttributes.Tolerance? = nil) { self.tolerance = tolerance }

  package func matches(_ expected: [String], _ actual: [String]) -> Bool {
    let expected = comparableLines(withWholeReading(expected))
    let actual = comparableLines(withWholeReading(actual))
    return wildcardMatch(
      pattern: expected.count,
      sequence: actual.count,
      isWildcard: { expected[$0].isElision },
      matches: { e, a in
        matches(expected[e], actual[a])
          || e == 0 && a == 0 && readingMatches(expected[e].text, actual[a].text)
      }
    )
  }

  // MARK: The reading

  private static let separator = " · "

  /// The lines with the reading, which goes on over several where it is wide, in one.
  private func withWholeReading(_ lines: [String]) -> [String] {
    var rest = lines[...]
    guard var reading = rest.popFirst() else { return lines }
    while reading.hasSuffix(" ·"), let more = rest.popFirst() {
      reading += " " + more.drop(while: \.isWhitespace)
    }
    return [reading] + rest
  }

  /// Whether two readings have the same parts: behind the query, in any order.
  ///
  /// Other words for the same part do not match, because words cannot be compared as meaning;
  /// `[..]` in the place of a part stands for any.
  private func readingMatches(_ expected: String, _ actual: String) -> Bool {
    let expected = expected.components(by: OutputComparison.separator)
    var left = actual.components(by: OutputComparison.separator)
    guard expected.count == left.count, expected.count > 1, left.count <= 20,
      matches(Line(expected[0]), Line(left.removeFirst()))
    else { return false }
    let isOpen = { (part: String) in part.contains("[..]") }
    let parts = expected.dropFirst()
    for part in parts.filter({ !isOpen($0) }) + parts.filter(isOpen) {
      guard let match = left.firstIndex(where: { matches(Line(part), Line($0)) }) else {
        return false
      }
      left.remove(at: match)
    }
    return true
  }

  /// Whether two lines match by themselves.
  func matchesLine(_ expected: String, _ actual: String) -> Bool {
    matches(Line(expected), Line(actual))
  }

  // MARK: Lines

  private struct Line {
    var text: String
    var tokens: [OutputToken]
    var isElision: Bool { tokens == [.word("…")] }

    init(_ text: String) {
      self.text = text
      tokens = OutputToken.tokens(in: text)
    }
  }

  /// The lines that count: neither empty nor timings.
  private func comparableLines(_ lines: [String]) -> [Line] {
    lines.map(Line.init).filter { line in
      if case .word(let word) = line.tokens.first, word.hasPrefix("~") { return false }
      return !line.tokens.isEmpty
    }
  }

  private func matches(_ expected: Line, _ actual: Line) -> Bool {
    let pattern = expected.tokens
    let tokens = actual.tokens
    if pattern.contains(.anything), textMatches(expected.text, actual.text) { return true }
    return wildcardMatch(
      pattern: pattern.count,
      sequence: tokens.count,
      isWildcard: { pattern[$0] == .anything },
      matches: { p, t in
        switch (pattern[p], tokens[t]) {
        case (.word(let expected), .word(let actual)): return expected == actual
        case (.number(let expected), .number(let actual)):
          let next = p + 1 < pattern.count ? pattern[p + 1] : nil
          return matches(expected, actual, followedBy: next)
        default: return false
        }
      }
    )
  }

  /// The same, character by character, for a `[..]` within a word.
  private func textMatches(_ expected: String, _ actual: String) -> Bool {
    let any: Character = "\u{0}"
    let characters = packed(expected)
    var pattern: [Character] = []
    var at = 0
    while at < characters.count {
      let isAny = characters[at...].starts(with: "[..]")
      pattern.append(isAny ? any : characters[at])
      at += isAny ? 4 : 1
    }
    let text = packed(actual)
    return wildcardMatch(
      pattern: pattern.count,
      sequence: text.count,
      isWildcard: { pattern[$0] == any },
      matches: { pattern[$0] == text[$1] }
    )
  }

  private func packed(_ line: String) -> [Character] {
    Array(
      withoutDecoration(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    )
  }

  // MARK: Numbers

  private func matches(
    _ expected: OutputToken.Printed,
    _ actual: OutputToken.Printed,
    followedBy unit: OutputToken?
  ) -> Bool {
    guard expected.decimals > 0 else {
      return expected.value == actual.value && actual.decimals == 0
    }
    var allowed = 0.5
    for _ in 0..<min(expected.decimals, 20) { allowed /= 10 }
    if let tolerance, applies(tolerance, before: unit) { allowed += tolerance.amount }
    // Decimal halves are not exact in binary.
    let slack = max(expected.value.magnitude, actual.value.magnitude, allowed) * 1e-12
    return (expected.value - actual.value).magnitude <= allowed + slack
  }

  private static let percentUnits: Set<String> = ["%", "pp"]
  private static let amountUnits: Set<String> = ["bn", "mn", "tn", "t", "USD", "CNY", "EUR"]

  /// A tolerance in one unit leaves numbers in another alone.
  private func applies(
    _ tolerance: TradeAttributes.Tolerance,
    before unit: OutputToken?
  ) -> Bool {
    guard !tolerance.unit.isEmpty, case .word(let word) = unit else { return true }
    return OutputComparison.percentUnits.contains(tolerance.unit)
      ? !OutputComparison.amountUnits.contains(word)
      : !OutputComparison.percentUnits.contains(word)
  }
}

extension String {
  /// The parts between a separator.
  fileprivate func components(by separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
