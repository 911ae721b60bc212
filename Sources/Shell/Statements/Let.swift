import Engine
import Guidance
import Language

/// Names a query; the name is evaluated anew whenever it is used.
enum Let: StatementWord {
  static let entry = Entry(
    "let",
    category: .statement,
    summary: "Give a query a name; it is evaluated anew at every use.",
    usage: "let NAME = QUERY",
    searchTerms: ["define", "variable", "name"],
    examples: ["let to_us = exports to US"]
  )
  static let shape = CommandShape.definition

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .definition(let name, let parameters, let query) = command.argument else {
      return Reply()
    }
    guard parameters.isEmpty else {
      throw Diagnostic(
        "let-takes-no-parameters",
        "`let` names a query; a function of parameters is defined by `def`",
        at: name.span
      )
    }
    // With the name defined first, a query that uses itself is refused.
    let stale = workspace.define(name.text, Workbench.Definition(parameters: [], query: query))
    let plan = try Resolver(workspace.bench).plan(query)
    return Reply(lines: ["\(name.text) is \(query) · \(plan.kind.words)"] + stale)
  }
}

extension Workspace {
  /// Gives a name a meaning, and a sentence on the results that rest on another one it had.
  mutating func define(_ name: String, _ definition: Workbench.Definition) -> [String] {
    let old = bench.define(name, definition)
    guard let old, old.query != definition.query || old.parameters != definition.parameters else {
      return []
    }
    return markStale(using: name)
  }
}
