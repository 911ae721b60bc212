import Guidance
import Reports
import Shell
import TestKit
import Testing

@Suite("Saved sessions")
struct ReplayTests {
  @Test("give what they gave when they were recorded", arguments: Project.sessions)
  func replay(_ path: String) throws {
    let report = try Project.runner(of: path).replay(Project.text(of: path))
    for record in report.records where record.verdict != .pass {
      Issue.record("\(record.text.plainLines.joined(separator: "\n"))")
    }
  }

  @Test("are there")
  func someSessions() { #expect(!Project.sessions.isEmpty) }
}
