import Engine
import Guidance
import Language

/// Writes a citation for each source.
enum Cite: StatementWord {
  static let entry = Entry(
    "cite",
    category: .statement,
    summary: "A citation for each source of an answer, with vintage and address.",
    usage: "cite QUERY | cite _",
    searchTerms: ["citation", "reference", "source", "bibliography"],
    examples: ["cite exports 2025-11"]
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).cite(query))
  }
}
