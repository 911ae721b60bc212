import Engine
import Guidance
import Language

/// Names what stands behind a number.
enum Why: StatementWord {
  static let entry = Entry(
    "why",
    category: .statement,
    summary: "What stands behind a number: base, parts, calendar, revision.",
    usage: "why QUERY",
    searchTerms: ["reason", "drivers", "contributions", "base effect", "calendar"],
    examples: ["why exports yoy 2025-11", "why surplus 2025"]
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).why(query))
  }
}
