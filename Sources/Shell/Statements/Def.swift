import Engine
import Guidance
import Language

/// Defines a function of partners, products or queries.
enum Def: StatementWord {
  static let entry = Entry(
    "def",
    category: .statement,
    summary: "Define a function of partners, products or queries.",
    usage: "def NAME(PARAMETER, …) = QUERY",
    searchTerms: ["define", "function"],
    examples: ["def share_to(p) = share of exports to p"]
  )
  static let shape = CommandShape.definition

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .definition(let name, let parameters, let query) = command.argument else {
      return Reply()
    }
    guard !parameters.isEmpty else {
      throw Diagnostic(
        "def-needs-parameters",
        "`def` takes parameters; a plain name is given by `let`",
        at: name.span
      )
    }
    let stale = workspace.define(
      name.text,
      Workbench.Definition(parameters: parameters.map(\.text), query: query)
    )
    let list = parameters.map(\.text).joined(separator: ", ")
    return Reply(lines: ["\(name.text)(\(list)) is \(query)"] + stale)
  }
}
