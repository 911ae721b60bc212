import Engine
import Guidance
import Language
import Reports

/// Runs a saved session again beside this one, and says what still holds.
enum ReplayStatement: SessionStatement {
  static let entry = Entry(
    "replay",
    category: .statement,
    summary: "Run a saved session again and say what still holds.",
    usage: "replay \"FILE.trade.md\"",
    searchTerms: ["verify", "check", "session"],
    examples: []
  )

  static func run(
    _ text: String,
    at path: String,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    var runner = SessionRunner(on: workspace.bench)
    runner.files = workspace.filesOfSession(at: path)
    let report = try runner.replay(text)
    var reply = Reply(lines: report.text(named: path).plainLines)
    reply.holds = report.exitStatus == 0
    return reply
  }
}
