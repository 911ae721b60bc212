import Guidance
import TestKit
import Testing

@testable import Shell

@Suite("An update")
struct UpdateTests {
  private func updated(
    _ text: String,
    _ runner: (Replay.Step) -> Replay.Outcome
  ) throws -> String {
    let document = try SessionDocument(reading: text)
    return Replay(dataChanged: false).run(document, with: runner).updated.text
  }

  @Test("writes new outputs and nothing else")
  func outputs() throws {
    let expected = sampleSession.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line -> [Substring] in
        switch line {
        case "> x 2025-11": [line, "  x · Nov 2025 · USD bn", "  33.8"]
        case "  error[unit-mismatch]: I cannot subtract a percentage from money.":
          ["  error[unit-mismatch]: other words"]
        default: [line]
        }
      }
    #expect(try updated(sampleSession, sampleRunner) == expected.joined(separator: "\n"))
  }

  @Test("keeps comments, blank lines and the line endings of the file")
  func comments() throws {
    let text = "```trade\r\n\r\n> a\r\n  1.0\r\n# why\r\n  2.0\r\n\r\n> b\r\n```\r\n"
    let expected = "```trade\r\n\r\n> a\r\n  3.0\r\n# why\r\n\r\n> b\r\n```\r\n"
    let result = try updated(text) { .init(output: $0.input == "a" ? ["3.0"] : []) }
    #expect(Array(result.utf8) == Array(expected.utf8))
  }

  @Test("keeps what was recorded where an input fails that used to answer")
  func failure() throws {
    let text = "```trade\n> a\n  1.0\n> b\n  2.0\n```\nprose\n"
    let result = try updated(text) { step in
      step.input == "a" ? .init(output: ["error[x]: y"], errorCode: "x") : .init(output: ["3.0"])
    }
    #expect(result == "```trade\n> a\n  1.0\n> b\n  3.0\n```\nprose\n")
  }

  @Test("cannot be led out of its block by an output")
  func fences() throws {
    let result = try updated("```trade\n> a\n```\nprose\n") { _ in
      .init(output: ["```", "> b", "  ~~~", "# c", ". d", "", "e"])
    }
    let again = try SessionDocument(reading: result)
    #expect(again.tradeBlocks.map(\.entries.count) == [1])
    #expect(again.blocks.last == .prose("prose\n"))
  }

  @Test("of any document keeps its inputs and prose and is done once", arguments: 0..<300)
  func property(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = randomDocument(&generator)
    let document: SessionDocument
    do {
      document = try SessionDocument(reading: text)
    } catch {
      #expect((error.span?.end ?? 0) <= text.utf8.count)
      return
    }
    #expect(Array(document.text.utf8) == Array(text.utf8))

    var outcomes: [String: Replay.Outcome] = [:]
    for entry in document.tradeBlocks.flatMap(\.entries) {
      let failed = Int.random(in: 0..<5, using: &generator) == 0
      outcomes[entry.input] = Replay.Outcome(
        output: failed ? ["error[x]: y"] : randomLines(&generator),
        errorCode: failed ? "x" : nil
      )
    }
    let runner = { (step: Replay.Step) in outcomes[step.input] ?? Replay.Outcome(output: []) }
    let once = try updated(text, runner)
    #expect(Array(try updated(once, runner).utf8) == Array(once.utf8))

    let after = try SessionDocument(reading: once)
    #expect(after.frontMatter == document.frontMatter)
    let inputs = document.tradeBlocks.map { $0.entries.map(\.input) }
    #expect(after.tradeBlocks.map { $0.entries.map(\.input) } == inputs)
    #expect(after.blocks.filter(\.isProse) == document.blocks.filter(\.isProse))
    for record in Replay(dataChanged: false).run(after, with: runner).records {
      #expect(record.verdict == .pass || record.verdict == .error || record.verdict == .fail)
    }
  }
}

extension SessionDocument.Block {
  fileprivate var isProse: Bool { if case .prose = self { true } else { false } }
}
