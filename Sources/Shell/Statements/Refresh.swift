import Catalogue
import Engine
import Guidance
import Language

/// Forgets what was fetched from the server.
enum Refresh: StatementWord {
  static let entry = Entry(
    "refresh",
    category: .statement,
    summary: "Forget what was fetched from the server, and look at its table anew.",
    usage: "refresh",
    searchTerms: ["reload", "clickhouse", "cache", "update", "forget"],
    examples: ["refresh"]
  )
  static let shape = CommandShape.nothing

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let data = workspace.bench.data
    let source = workspace.dataSets[data.name]
    guard let facts = try source?.refreshed(isCancelled: workspace.bench.isCancelled) else {
      return Reply(lines: ["\(data.name) lies in memory; there is nothing to fetch anew"])
    }
    workspace.dataSets[data.name] = facts
    workspace.use(facts)
    return Reply(lines: ["\(data.name): \(facts.dataSet.summary)"])
  }
}
