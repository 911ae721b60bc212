import Guidance
import Language

/// Starts the session anew.
enum Reset: StatementWord {
  static let entry = Entry(
    "reset",
    category: .statement,
    summary: "Forget the whole session and start anew on the same data.",
    searchTerms: ["clear", "restart", "new"],
    examples: ["reset"]
  )
  static let shape = CommandShape.nothing
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let count = workspace.transcript.entries.count
    try workspace.reset()
    return Reply(lines: ["\(count) entries forgotten"])
  }
}
