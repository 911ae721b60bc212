import Engine
import Guidance
import Language

/// Sets published and computed figures side by side.
enum CheckStatement: StatementWord {
  static let entry = Entry(
    "check",
    category: .statement,
    summary: "Published and computed figures and the accounting identities side by side.",
    usage: "check QUERY",
    searchTerms: ["verify", "audit", "published", "identity", "consistency"],
    examples: ["check exports yoy 2025-11", "check surplus 2025-11"]
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).check(query))
  }
}
