import Engine
import Guidance
import Language

/// Finds the spells in which a condition holds.
enum When: StatementWord {
  static let entry = Entry(
    "when",
    category: .statement,
    summary: "The spells in which a condition holds, at least so long if asked.",
    usage: "when [first] CONDITION [for SPAN]",
    searchTerms: ["spells", "crossing", "condition", "since when"],
    examples: ["when surplus ytd > 1 trillion", "when pmi < 50 for 3m since 2024"]
  )
  static let shape = CommandShape.condition

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .condition(let first, let expression, let lasting) = command.argument else {
      return Reply()
    }
    return Reply(
      try Answerer(workspace.bench).when(expression, first: first, lasting: lasting)
    )
  }
}
