import Foundation
import Guidance
import Reports
import Shell
import TestKit
import Testing

@Suite("Sessions and pages that import")
struct ImportingDocumentTests {
  @Test("give what they gave", arguments: Project.importingSessions + ["Docs/Importing.md"])
  func replay(_ path: String) throws {
    var runner = SessionRunner(facts: Desk.facts)
    runner.files = FolderFiles(Project.root.appending(path: "Sessions/Importing").path())
    let report = try runner.replay(try Project.text(of: path))
    if Project.isRecording { try Project.write(report.updated.text, to: path) }
    for record in report.records where record.verdict != .pass {
      Issue.record("\(record.text.plainLines.joined(separator: "\n"))")
    }
    #expect(!report.records.isEmpty)
  }
}
