import Guidance
import Periods
import Testing

@testable import Shell

@Suite("A session file")
struct DocumentTests {
  @Test("is printed back byte for byte")
  func roundTrip() throws {
    #expect(try SessionDocument(reading: sampleSession).text == sampleSession)
    let windows = sampleSession.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let document = try SessionDocument(reading: windows)
    #expect(Array(document.text.utf8) == Array(windows.utf8))
    #expect(document.tradeBlocks.map(\.entries.count) == [3, 1, 1])
    #expect(document.tradeBlocks[0].entries[1].input == "let x = exports\nto US")
  }

  @Test("has front matter with known keys")
  func frontMatter() throws {
    let frontMatter = try #require(try SessionDocument(reading: sampleSession).frontMatter)
    #expect(frontMatter.title == "How China's surplus passed one trillion")
    #expect(frontMatter.width == 80)
    #expect(frontMatter.asOf == Day("2025-12-08"))
    let data = DataReference(
      name: "china-customs",
      observations: 3120,
      through: "2026-07",
      sha256: "9f3c1d"
    )
    #expect(frontMatter.data == [data])
    #expect(DataReference.list(DataReference.text(of: [data, data])) == [data, data])
  }

  @Test("keeps unknown keys when a known one changes")
  func setting() {
    var frontMatter = FrontMatter([("mood", "good"), ("width", "80")])
    frontMatter["width"] = "100"
    frontMatter["title"] = "Two\nlines"
    frontMatter["mood"] = nil
    #expect(frontMatter.text == "---\nwidth: 100\ntitle: Two lines\n---\n")
  }

  @Test("gives entries their inputs and expected outputs")
  func entries() throws {
    let blocks = try SessionDocument(reading: sampleSession).tradeBlocks
    let inputs = ["surplus ytd 2025-11", "let x = exports\nto US", "x 2025-11"]
    #expect(blocks[0].entries.map(\.input) == inputs)
    #expect(blocks[0].entries[0].expected.last == "1,075.9")
    #expect(blocks[0].entries[1].expected.isEmpty)
    #expect(blocks[1].attributes.id == "cross")
    #expect(blocks[1].attributes.tolerance == .init("0.1pp"))
    #expect(blocks[1].attributes.asOf == Day("2025-12-08"))
    #expect(blocks[2].attributes.errorCode == "unit-mismatch")
  }

  @Test("has exercises with hints and foreseen mistakes")
  func quiz() throws {
    let document = try SessionDocument(reading: sampleSession)
    let quizzes = document.blocks.compactMap { if case .quiz(let quiz) = $0 { quiz } else { nil } }
    let quiz = try #require(quizzes.first)
    #expect(quiz.id == "q1")
    #expect(quiz.answer == "exports ytd yoy 2025-11")
    #expect(quiz.hintCount == 2)
    #expect(quiz.skip == "after-2")
    #expect(quiz.hints == ["add up first, then compare", "`ytd` before `yoy`"])
    #expect(quiz.diagnoses.map(\.query) == ["average exports yoy 2025-01..2025-11"])
    #expect(quiz.diagnoses.map(\.explanation) == ["You averaged growth rates."])
    #expect(quiz.question.hasPrefix("By how much"))
  }

  static let refusals: [(String, String)] = [
    ("```trade\n> exports\n", "unclosed-block"), ("```quiz\nWhat?", "unclosed-block"),
    ("```trade {tolerence=1}\n```\n", "unknown-attribute"),
    ("```trade {tolerance=much}\n```\n", "bad-attributes"),
    ("```trade {id=a\n```\n", "bad-attributes"), ("```trade id=a\n```\n", "bad-attributes"),
    ("```trade {=}\n```\n", "bad-attributes"), ("```quiz {a=\"b}\n```\n", "bad-attributes"),
    ("```trade {as-of=soon}\n```\n", "bad-attributes"), ("```trade {id}\n```\n", "bad-attributes"),
    ("---\ntradewind: 2\n---\n", "newer-session"),
  ]

  @Test("is refused with a code where it cannot be read", arguments: refusals)
  func refusal(_ text: String, _ code: String) {
    #expect {
      _ = try SessionDocument(reading: text)
    } throws: { error in
      guard let diagnostic = error as? Diagnostic else { return false }
      return diagnostic.code.rawValue == code && (diagnostic.span?.end ?? 0) <= text.utf8.count
    }
  }

  static let untouched = [
    "", "\n", "---\n", "---\nno end\n", "text", "```\n```trade\n", "  ```trade\n> x\n", "````trade",
    "> ```trade\n> x", "~~~~\n```trade\n~~~\n", "```trades\n> x\n```", "``` `trade`\n", "\r\r\n",
  ]

  @Test("leaves all other text alone", arguments: untouched.filter { $0 != "````trade" })
  func other(_ text: String) throws {
    let document = try SessionDocument(reading: text)
    #expect(Array(document.text.utf8) == Array(text.utf8))
    #expect(document.tradeBlocks.isEmpty)
  }

  @Test("can be long")
  func long() throws {
    let line = String(repeating: "x", count: 1 << 20)
    let entries = String(repeating: "> exports 2025-11\n  330.4\n", count: 20_000)
    let text = "\(line)\n```trade\n> \(line)\n  \(line)\n\(entries)```\n"
    let document = try SessionDocument(reading: text)
    #expect(document.tradeBlocks[0].entries.count == 20_001)
    #expect(document.text == text)
  }

  @Test("without outputs is the students' copy")
  func blank() throws {
    let blank = try SessionDocument(reading: sampleSession).blank
    let outputs = ["1,075.9", "surplus year to date", "first above", "I cannot subtract", "  …"]
    let kept = sampleSession.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !line.hasPrefix("  ") || !outputs.contains { line.contains($0) } }
    #expect(blank.text == kept.joined(separator: "\n"))
    #expect(blank.blank == blank)
  }
}
