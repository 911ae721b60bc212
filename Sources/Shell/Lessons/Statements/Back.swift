import Guidance
import Language

/// Goes back in a lesson.
enum Back: StatementWord {
  static let entry = Entry(
    "back",
    category: .statement,
    summary: "Go back in a lesson, to the step, question or chapter before.",
    searchTerms: ["lesson", "previous"],
    examples: []
  )
  static let shape = CommandShape.nothing
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    workspace.goBack()
  }
}
