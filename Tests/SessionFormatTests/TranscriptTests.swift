import TestKit
import Testing

import Language

@testable import Shell

@Suite("A saved transcript")
struct TranscriptTests {
  private let frontMatter = FrontMatter([("tradewind", "1"), ("title", "A title")])

  @Test("is a session file")
  func whole() throws {
    let items: [TranscriptItem] = [
      .note("First the level."),
      .entry(input: "exports 2025-11", output: ["exports · Nov 2025 · USD bn", "330.4"]),
      .entry(input: "let x = exports\nto US", output: []),
      .section("Trouble"),
      .entry(input: "exprots", output: ["error[unknown-name]: no"], errorCode: "unknown-name"),
    ]
    let expected = """
      ---
      tradewind: 1
      title: A title
      ---

      # A title

      First the level.

      ```trade
      > exports 2025-11
        exports · Nov 2025 · USD bn
        330.4
      > let x = exports
      . to US
      ```

      ## Trouble

      ```trade {error=unknown-name}
      > exprots
        error[unknown-name]: no
      ```

      """
    #expect(TranscriptWriter(frontMatter: frontMatter).text(of: items) == expected)
  }

  @Test("of anything passes its own replay", arguments: 0..<300)
  func property(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let items = (0..<8).map { i -> TranscriptItem in
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: .note(randomLines(&generator).joined(separator: "\n"))
      case 1: .section(randomLines(&generator).first ?? "")
      default: .entry(input: "exports\n# \(i)", output: randomLines(&generator))
      }
    }
    var outputs: [String: [String]] = [:]
    for case .entry(let input, let output, _) in items { outputs[input] = output }
    let text = TranscriptWriter(frontMatter: frontMatter).text(of: items)
    let document = try SessionDocument(reading: text)
    #expect(document.tradeBlocks.flatMap(\.entries).count == outputs.count)
    let report = Replay(dataChanged: false).run(document) { step in
      .init(output: (outputs[step.input] ?? ["lost"]).map(\.visible))
    }
    for record in report.records {
      // Text that looks like a recorded error stands for one.
      let looksFailed = record.expected.first?.hasPrefix("error[") == true
      #expect(record.verdict == .pass || looksFailed)
    }
  }
}
