import Guidance
import Language

/// Answers the question of a lesson.
enum AnswerStatement: StatementWord {
  static let entry = Entry(
    "answer",
    category: .statement,
    summary: "Answer the question of a lesson; alone it hands in the last result.",
    usage: "answer [QUERY | NUMBER | PERIOD | NAME, … | true | false | SENTENCE]",
    searchTerms: ["lesson", "quiz", "solution"],
    examples: []
  )
  static let shape = CommandShape.text
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .text(let text) = command.argument else { return Reply() }
    return try workspace.judge(text)
  }
}
