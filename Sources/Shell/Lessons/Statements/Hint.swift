import Guidance
import Language

/// Gives the next hint to the question of a lesson.
enum Hint: StatementWord {
  static let entry = Entry(
    "hint",
    category: .statement,
    summary: "The next hint to the question of a lesson.",
    searchTerms: ["lesson", "help", "quiz"],
    examples: []
  )
  static let shape = CommandShape.nothing
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    try workspace.giveHint()
  }
}
