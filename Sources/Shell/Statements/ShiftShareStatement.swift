import Engine
import Guidance
import Language

/// Takes the change of exports apart by what the world did.
enum ShiftShareStatement: StatementWord {
  static let entry = Entry(
    "shiftshare",
    aliases: ["shift-share", "constant market share"],
    category: .statement,
    summary: "Change of exports from the world, the make-up, and the country itself.",
    usage: "shiftshare exports by product yoy PERIOD",
    formula: "Δx = g X + Σ (g[i] − g) x[i] + Σ (Δx[i] − g[i] x[i]), g of the world",
    reference:
      "Richardson 1971, Constant-market-shares analysis of export growth, J. Int. Economics 1",
    searchTerms: ["decomposition", "competitiveness", "market share"],
    examples: []
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).shiftShare(query))
  }
}
