import Guidance
import Language

/// Leaves.
enum Quit: StatementWord {
  static let entry = Entry(
    "quit",
    aliases: ["exit", "bye", "\\q"],
    category: .statement,
    summary: "Leave; ^D does the same.",
    searchTerms: ["leave", "end", "close"],
    examples: ["quit"]
  )
  static let shape = CommandShape.nothing
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    var reply = Reply()
    reply.quits = true
    return reply
  }
}
