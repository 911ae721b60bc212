import Catalogue
import Engine
import Guidance
import Reports
import Testing

@testable import Shell

// Without the bounds that they are about, these would take hours or all memory. How long they take
// with them, in a release build, is written down in Docs/Benchmarks.md.
@Suite("A session out of all proportion", .timeLimit(.minutes(2)))
struct BoundTests {
  private let runner = SessionRunner(facts: EmbeddedFacts(.chinaCustoms))

  private func code(_ text: String) -> String? {
    do throws(Diagnostic) {
      _ = try runner.replay(text)
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  @Test("of 10 MB and 5,000 entries is read, compared and written")
  func large() throws {
    let line = "  2025-01  324.3    2025-05  315.6d   2025-09  328.1 · FOB · USD bn\n"
    let output = String(repeating: line, count: 29)
    let blocks = (0..<5_000).map { "prose\n\n```trade\n> exports * \($0)\n\(output)```\n\n" }
    let text = blocks.joined()
    #expect(text.utf8.count > 10_000_000)
    let document = try SessionDocument(reading: text)
    #expect(document.tradeBlocks.count == 5_000)
    let same = output.split(separator: "\n").map { String($0.dropFirst(2)) }
    let report = Replay(dataChanged: false).run(document) { step in
      .init(output: step.input.hasSuffix("7") ? [] : same)
    }
    #expect(report.count(.pass) == 4_500 && report.count(.fail) == 500)
    #expect(report.updated.text.utf8.count == text.utf8.count - 500 * output.utf8.count)
    #expect(report.text(named: "x").plainLines.count < 5_000)
  }

  @Test("of too many entries or bytes is refused before anything runs")
  func refused() {
    let entries = String(repeating: "```trade\n> 1\n```\n", count: 100_000)
    #expect(code(entries) == "session-too-long")
    #expect(code("```trade\n" + String(repeating: "  x\n", count: 2_500_000)) == "unclosed-block")
    let prose = String(repeating: "a line of prose\n", count: 4_200_000)
    #expect(code(prose) == "session-too-large")
  }

  @Test("of 100,000 empty blocks, quizzes or heads is read")
  func blocks() throws {
    for piece in [
      "```trade\n```\n", "```quiz {id=a}\nq\n- hint: x\n```\n", "```text\n```\n", "---\n",
    ] {
      let text = String(repeating: piece, count: 100_000) + "```trade\n> exports 2025-11\n```\n"
      #expect(code(text) == nil)
      #expect(try SessionDocument(reading: text).text.utf8.count == text.utf8.count)
    }
  }

  static let pieces = [
    "[..] a ", "330.4 ", "… ", "a · ", "\u{1B}[", "é",
  ]

  @Test("with a line of 1 MB is compared", arguments: pieces)
  func longLine(_ piece: String) throws {
    let line = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let text = "```trade\n> exports since 2015 as table\n  \(line)\n```\n"
    let report = try runner.replay(text)
    #expect(report.records.map(\.verdict) == [.fail])
    #expect(!report.text(named: "x").plainLines.isEmpty)
  }

  @Test("with 200,000 wildcards is compared", arguments: ["  …\n  a\n", "  [..] 1\n", "  a ·\n"])
  func wildcards(_ lines: String) throws {
    let body = String(repeating: lines, count: 100_000)
    let report = try runner.replay("```trade\n> exports since 2015 as table\n\(body)```\n")
    #expect(report.records.map(\.verdict) == [.fail])
  }

  @Test("in which each name stands for two of the one before is refused where it grows too large")
  func doubling() throws {
    let names = (1...60).map { "> let v\($0) = v\($0 - 1) + v\($0 - 1)\n" }
    let text = "```trade\n> let v0 = exports\n\(names.joined())> v60 2025-11\n```\n"
    let codes = try runner.replay(text).records.map(\.outcome.errorCode)
    #expect(codes.prefix(8).allSatisfy { $0 == nil })
    #expect(codes[8] == "nested-too-deeply")
  }

  @Test("of entries nested without end is refused entry by entry")
  func nesting() throws {
    for piece in ["(", "-", "exports + ", "top 3 ", "share of ", "not "] {
      let entry = String(repeating: piece, count: 100_000)
      let report = try runner.replay("```trade\n> \(entry)\n```\n")
      #expect(report.records.map(\.verdict) == [.error], "\(piece)")
    }
  }

  @Test("that defines a name again and again keeps track of what is stale")
  func redefinitions() throws {
    let pairs = (0..<300).map { i in
      "> let v = exports to \(i % 2 == 0 ? "US" : "EU")\n> v 2025-\(i % 9 < 8 ? "0" : "1")1 * \(i)\n"
    }
    let report = try runner.replay("```trade\n\(pairs.joined())```\n")
    #expect(report.count(.error) == 0)
    #expect(report.records[598].outcome.output.contains { $0.contains("and 296 more") })
  }
}
