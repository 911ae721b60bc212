import Engine
import Guidance
import Reports
import Shell
import TestKit
import Testing

@Suite("Documents")
struct DocumentTests {
  @Test("show what the program prints", arguments: Project.documents)
  func replay(_ path: String) throws {
    let text = try Project.text(of: path)
    guard text.contains("```trade") else { return }
    let report = try SessionRunner(facts: Desk.facts).replay(text)
    for record in report.records where record.verdict != .pass {
      Issue.record("\(record.text.plainLines.joined(separator: "\n"))")
    }
  }

  /// `RECORD=1 swift test --filter DocumentTests` rewrites the reference, and fails.
  @Test("hold the reference that the lexicon gives")
  func reference() throws {
    let text = referenceText(of: Desk.workspace.bench.lexicon)
    let path = "Docs/Reference.md"
    if Project.isRecording { try Project.write(text, to: path) }
    #expect(try Project.text(of: path) == text)
    #expect(!Project.isRecording)
  }
}
