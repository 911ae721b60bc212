import Catalogue
import Engine
import Guidance
import Periods
import Testing

@testable import Shell

@Suite("Entries of a session")
struct NotebookTests {
  private func workspace(_ inputs: String...) throws -> Workspace {
    var workspace = Workspace(EmbeddedFacts(.chinaCustoms), files: NoFiles())
    for input in inputs { _ = try workspace.run(input) }
    return workspace
  }

  private func history(_ workspace: Workspace) throws -> [String] {
    var copy = workspace
    guard case .text(let lines) = try copy.run("history").answer?.content else { return [] }
    return lines
  }

  private func passes(_ workspace: Workspace) throws -> Bool {
    let runner = SessionRunner(facts: workspace.bench.facts)
    let report = try runner.replay(workspace.sessionText)
    return report.records.allSatisfy { $0.verdict == .pass } && !report.records.isEmpty
  }

  @Test("are stale where a definition they used is another one now")
  func stale() throws {
    var session = try workspace(
      "let x = exports to US",
      "x 2025-11",
      "imports 2025-11",
      "let y = x yoy",
      "y 2025-10",
      "expect y 2025-10 > -50%"
    )
    let reply = try session.run("let x = exports to EU")
    guard case .text(let lines) = reply.answer?.content else { return }
    let sentence =
      "stale now, because the old x was used: `x 2025-11`, `y 2025-10`, `expect y 2025-10 > -50%`"
    #expect(lines.suffix(2) == [sentence, "`rerun stale` computes anew"])
    let marked = [
      "1  let x = exports to US", "2  x 2025-11   stale", "3  imports 2025-11", "4  let y = x yoy",
      "5  y 2025-10   stale", "6  expect y 2025-10 > -50%   stale", "7  let x = exports to EU",
    ]
    #expect(try history(session) == marked)
    _ = try session.run("rerun stale")
    #expect(try history(session)[1] == "2  x 2025-11   rerun as 8")
    #expect(try history(session).count == 10)
    #expect(try passes(session))
    _ = try session.run("let x = exports to Japan")
    #expect(try history(session)[7] == "8  x 2025-11   stale")
    #expect(try passes(session))
  }

  @Test("are not stale where a definition is only repeated")
  func repeated() throws {
    let session = try workspace("let x = exports", "x 2025-11", "let x = exports")
    #expect(try history(session)[1] == "2  x 2025-11")
  }

  @Test("that take up answers are stale with them, and run again with those run again")
  func answers() throws {
    var session = try workspace("let x = exports", "x", "_ yoy", "let x = imports")
    #expect(try history(session)[2] == "3  _ yoy   stale")
    _ = try session.run("exports 2015")
    _ = try session.run("rerun 3")
    #expect(session.transcript.entries.last?.input == "_2 yoy")
    _ = try session.run("rerun 2..3")
    #expect(session.transcript.entries.suffix(2).map(\.input) == ["x", "_ yoy"])
    #expect(try passes(session))
  }

  @Test("keep their numbers, and references to them are right in the file")
  func numbers() throws {
    var session = try workspace("exports", "imports", "_2 yoy", "_1 yoy")
    _ = try session.run("drop 4")
    _ = try session.run("undo")
    _ = try session.run("drop 1")
    #expect(try history(session) == ["2  imports"])
    _ = try session.run("_2 yoy")
    #expect(try history(session).last == "5  _2 yoy")
    #expect(session.sessionText.contains("> _1 yoy"))
    #expect(try passes(session))
  }

  @Test("are not dropped where others need them")
  func needed() throws {
    var session = try workspace("let x = exports", "imports 2025", "x 2025")
    let before = session.transcript
    #expect {
      try session.run("drop 1")
    } throws: {
      ($0 as? Diagnostic)?.notes == ["`drop 1, 3` leaves them out together"]
    }
    #expect(session.transcript == before)
    _ = try session.run("drop 1, 3")
    #expect(try history(session) == ["2  imports 2025"])
    #expect(throws: Diagnostic.self) { try session.run("x 2025") }
  }

  @Test("that no longer run stop a rerun without a trace")
  func failing() throws {
    var session = try workspace("let x = exports", "x 2025", "unset x")
    let before = session.transcript
    #expect(throws: Diagnostic.self) { try session.run("rerun 2") }
    #expect(session.transcript == before)
    for wrong in ["rerun", "rerun a", "rerun 9", "rerun 3..2", "drop 0", "drop"] {
      #expect(throws: Diagnostic.self) { try session.run(wrong) }
    }
  }

  @Test("are taken back with what they set, not with what was set before")
  func vintage() throws {
    var session = Workspace(EmbeddedFacts(.chinaCustoms), files: NoFiles())
    session.bench.vintage = .asOf(try #require(Day("2025-12-08")))
    _ = try session.run("exports 2025-11")
    _ = try session.run("set as-of 2026-09-30")
    _ = try session.run("exports 2025-11")
    #expect(try passes(session))
    _ = try session.run("undo 2")
    #expect(session.bench.vintage == .asOf(try #require(Day("2025-12-08"))))
  }

  @Test("that take up the last answer keep to it when there is a later one")
  func settled() throws {
    let session = try workspace("exports", "_ yoy", "_ 2025-11", "_")
    #expect(session.transcript.entries[3].output.contains { $0.contains("+5.8 %") })
    let twice = try workspace("exports 2025", "_ * 2", "_ * 2", "_2")
    #expect(twice.transcript.entries.last?.output[1].hasPrefix("7,540.4") == true)
    #expect(twice.transcript.entries[2].output[1].hasPrefix("15,080.8"))
  }
}
