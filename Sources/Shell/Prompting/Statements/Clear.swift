import Guidance
import Language

/// Empties the screen.
enum Clear: StatementWord {
  static let entry = Entry(
    "clear",
    category: .statement,
    summary: "Empty the screen, as ^L does; the session stays as it is.",
    searchTerms: ["cls", "screen", "wipe"],
    examples: ["clear"]
  )
  static let shape = CommandShape.nothing
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    var reply = Reply()
    reply.clearsScreen = true
    return reply
  }
}
