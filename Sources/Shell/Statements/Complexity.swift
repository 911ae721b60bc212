import Engine
import Guidance
import Language

/// Ranks reporters by what their exports are made of.
enum Complexity: StatementWord {
  static let entry = Entry(
    "complexity",
    aliases: ["eci", "economic complexity"],
    category: .statement,
    summary: "Economic complexity of every reporter, from the products it excels in.",
    usage: "complexity exports PERIOD",
    formula: "second eigenvector of Σ M[c, p] M[d, p] ÷ (k[c] k[p]), M = 1 where rca ≥ 1",
    reference: "Hidalgo and Hausmann 2009, The building blocks of economic complexity, PNAS 106",
    searchTerms: ["eci", "diversity", "ubiquity", "rca", "know-how"],
    examples: []
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).complexity(query))
  }
}
