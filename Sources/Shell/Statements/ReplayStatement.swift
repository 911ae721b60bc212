import Engine
import Guidance
import Language
import Reports

/// Runs a saved session again beside this one, and says what still holds.
enum ReplayStatement: StatementWord {
  static let entry = Entry(
    "replay",
    category: .statement,
    summary: "Run a saved session again and say what still holds.",
    usage: "replay \"FILE.trade.md\"",
    searchTerms: ["verify", "check", "session"],
    examples: []
  )
  static let shape = CommandShape.file
  static let isRecorded = false

  static func takes(file: String) -> Bool { file.hasSuffix(".trade.md") }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .file(let name?, _) = command.argument else {
      throw Diagnostic("needs-file", "replay what? `replay \"my-session.trade.md\"`")
    }
    let text = try workspace.files.read(name.text)
    var runner = SessionRunner(on: workspace.bench)
    runner.files = workspace.filesOfSession(at: name.text)
    let report: ReplayReport
    do throws(Diagnostic) {
      report = try runner.replay(text)
    } catch {
      throw error.naming(name.text)
    }
    var reply = Reply(lines: report.text(named: name.text).plainLines)
    reply.holds = report.exitStatus == 0
    return reply
  }
}
