import Guidance
import Language

/// Leaves a question of a lesson and shows its answer.
enum Skip: StatementWord {
  static let entry = Entry(
    "skip",
    category: .statement,
    summary: "Leave a question of a lesson and see its answer, where the teacher allows it.",
    searchTerms: ["lesson", "give up", "solution"],
    examples: []
  )
  static let shape = CommandShape.nothing
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    try workspace.skipQuestion()
  }
}
