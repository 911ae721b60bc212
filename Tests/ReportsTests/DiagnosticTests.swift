import Guidance
import TestKit
import Testing

@testable import Reports

@Suite("Diagnostics for people")
struct DiagnosticTests {
  private func lines(_ diagnostic: Diagnostic, in source: String, width: Int = 80) -> [String] {
    diagnosticText(diagnostic, in: source, width: width).plainLines
  }

  private func lines(_ start: Int, _ end: Int, in source: String, width: Int = 80) -> [String] {
    let diagnostic = Diagnostic("code", "message", at: SourceSpan(start, end))
    return Array(lines(diagnostic, in: source, width: width).dropFirst())
  }

  @Test("say what is wrong, where, and what to try")
  func whole() {
    let span = SourceSpan(11, 15)
    let diagnostic = Diagnostic(
      "unknown-partner",
      "I do not know a partner called 'Jpan'",
      at: span,
      notes: ["partners are listed by `list partners`"],
      fix: Fix("did you mean `Japan`?", replacing: span, with: "Japan")
    )
    let expected = [
      "error[unknown-partner]: I do not know a partner called 'Jpan'",
      "  │ exports to Jpan yoy",
      "  │            ^^^^",
      "  · partners are listed by `list partners`",
      "  = did you mean `Japan`?",
    ]
    #expect(lines(diagnostic, in: "exports to Jpan yoy") == expected)
  }

  @Test("need no place")
  func noPlace() {
    #expect(lines(Diagnostic("code", "message"), in: "x") == ["error[code]: message"])
  }

  @Test("put carets below wide characters by display width")
  func wide() {
    #expect(lines(7, 13, in: "出口 日本 yoy") == ["  │ 出口 日本 yoy", "  │      ^^^^"])
  }

  @Test("point behind the end where something is missing")
  func end() {
    #expect(lines(7, 7, in: "exports") == ["  │ exports", "  │        ^"])
  }

  @Test("show the line of the span in an entry of several lines")
  func severalLines() {
    let source = "exports +\nimprots\nyoy"
    #expect(lines(10, 17, in: source) == ["  │ improts", "  │ ^^^^^^^"])
    #expect(lines(10, 21, in: source) == ["  │ improts", "  │ ^^^^^^^"])
  }

  @Test("write control characters out")
  func controls() {
    #expect(lines(3, 4, in: "a\u{1B}b?") == ["  │ a\\u{1B}b?", "  │         ^"])
  }

  @Test("cut a long line around the span")
  func long() {
    let source = String(repeating: "exports + ", count: 6000)
    let shown = lines(500, 507, in: source, width: 40)
    #expect(shown[0] == "  │ …ports + exports + exports + export…")
    #expect(shown[1] == "  │                    ^^^^^^^")
    #expect(lines(0, 60_000, in: source).allSatisfy { displayWidth($0) <= 80 })
  }

  @Test("stay inside the line for any span", arguments: 0..<200)
  func anySpan(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet: [Character] = ["a", " ", "中", "é", "\n", "😀", "\u{1B}", "\u{301}"]
    let count = Int.random(in: 0..<120, using: &generator)
    let source = String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? " " })
    let start = Int.random(in: 0...(source.utf8.count + 3), using: &generator)
    let end = Int.random(in: start...(start + 40), using: &generator)
    for line in lines(start, end, in: source, width: 40) { #expect(displayWidth(line) <= 40) }
  }
}
