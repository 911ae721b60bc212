/// Compares the output that a session expects with the output of a new run.
///
/// Lines are compared as words and numbers. Numbers may differ by half a unit of the last digit
/// that is expected, and by the tolerance of the block; integers not at all. Padding, drawing and
/// colour do not count, lines that begin with `~` are left out, `…` alone stands for any lines and
/// `[..]` for any part of one. The first line, the reading, is compared by its parts, a drawing by the
/// digest below it.
package struct OutputComparison: Sendable {
  package var tolerance: TradeAttributes.Tolerance?

  package init(tolerance: TradeAttributes.Tolerance? = nil) { self.tolerance = tolerance }

  package func matches(_ expected: [String], _ actual: [String]) -> Bool {
    var expected = comparableLines(withWholeReading(expected))
    var actual = comparableLines(withWholeReading(actual))
    if let mine = expected.firstIndex(where: \.isDigest),
      let other = actual.firstIndex(where: \.isDigest)
    {
      // A drawing compares by the digest of the data behind it, which stands below.
      expected.removeSubrange(min(1, mine)..<mine)
      actual.removeSubrange(min(1, other)..<other)
    }
    guard expected.count == actual.count || expected.contains(where: \.isElision) else {
      return false
    }
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
      matches(OutputLine(expected[0]), OutputLine(left.removeFirst()))
    else { return false }
    let isOpen = { (part: String) in part.contains("[..]") }
    let parts = expected.dropFirst()
    for part in parts.filter({ !isOpen($0) }) + parts.filter(isOpen) {
      guard let match = left.firstIndex(where: { matches(OutputLine(part), OutputLine($0)) }) else {
        return false
      }
      left.remove(at: match)
    }
    return true
  }

  /// Says whether two lines match by themselves; each text is taken apart only once.
  func lineMatcher() -> (String, String) -> Bool {
    var known: [String: OutputLine] = [:]
    func line(_ text: String) -> OutputLine {
      if let line = known[text] { return line }
      let line = OutputLine(text)
      known[text] = line
      return line
    }
    return { matches(line($0), line($1)) }
  }

  // MARK: Lines

  /// The lines that count: neither empty nor timings.
  private func comparableLines(_ lines: [String]) -> [OutputLine] {
    lines.lazy.map(OutputLine.init).filter(\.counts)
  }

  private func matches(_ expected: OutputLine, _ actual: OutputLine) -> Bool {
    if expected.text == actual.text { return true }
    let pattern = expected.tokens
    let tokens = actual.tokens
    if pattern.contains(.anything) {
      if textMatches(expected, actual) { return true }
    } else if pattern.count != tokens.count {
      return false
    }
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
  private func textMatches(_ expected: OutputLine, _ actual: OutputLine) -> Bool {
    let pattern = expected.pattern
    let text = actual.packed
    return wildcardMatch(
      pattern: pattern.count,
      sequence: text.count,
      isWildcard: { pattern[$0] == nil },
      matches: { pattern[$0] == text[$1] }
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
