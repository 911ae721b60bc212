import Guidance
import Language

/// Goes on in a lesson: runs the next step, turns to the next chapter.
enum Next: StatementWord {
  static let entry = Entry(
    "next",
    category: .statement,
    summary: "Go on in a lesson: run the step, turn the page; Enter alone does the same.",
    searchTerms: ["lesson", "continue", "forward"],
    examples: []
  )
  static let shape = CommandShape.nothing
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    workspace.goOn()
  }
}
