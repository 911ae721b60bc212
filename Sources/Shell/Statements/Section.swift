import Guidance
import Language

/// Begins a section of the session.
enum Section: StatementWord {
  static let entry = Entry(
    "section",
    category: .statement,
    summary: "Begin a section of the session under a title.",
    usage: "section TITLE",
    searchTerms: ["heading", "title"],
    examples: ["section The surplus"]
  )
  static let shape = CommandShape.text
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    try workspace.addProse(command, kind: .section)
  }
}
