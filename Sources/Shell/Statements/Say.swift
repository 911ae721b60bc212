import Engine
import Guidance
import Language

/// Says an answer in one sentence.
enum Say: StatementWord {
  static let entry = Entry(
    "say",
    category: .statement,
    summary: "One sentence on an answer, fit to print.",
    usage: "say QUERY | say _",
    searchTerms: ["sentence", "prose", "write", "publish"],
    examples: ["say surplus 2025", "say exports to US yoy 2025-11"]
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).say(query))
  }
}
