import Engine
import Guidance
import Language

/// Tells how long a condition has held, and how long it ever did.
enum Streak: StatementWord {
  static let entry = Entry(
    "streak",
    category: .statement,
    summary: "How long a condition has held: the last spell and the longest.",
    usage: "streak CONDITION [for SPAN]",
    searchTerms: ["spell", "run", "in a row", "consecutive", "how long"],
    examples: ["streak pmi < 50", "streak exports to US yoy < 0%"]
  )
  static let shape = CommandShape.condition

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .condition(_, let expression, let lasting) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).streak(expression, lasting: lasting))
  }
}
