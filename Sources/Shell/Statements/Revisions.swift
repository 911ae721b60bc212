import Engine
import Guidance
import Language

/// Lists every vintage of one figure.
enum Revisions: StatementWord {
  static let entry = Entry(
    "revisions of",
    aliases: ["revisions"],
    category: .statement,
    summary: "Every vintage of one figure, with the change from one to the next.",
    usage: "revisions of QUERY",
    searchTerms: ["vintages", "history", "revised", "first published"],
    examples: ["revisions of exports 2025-11"]
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).revisions(of: query))
  }
}
