import Engine
import Guidance
import Language

/// Finds the peaks and troughs of a series.
enum Turns: StatementWord {
  static let entry = Entry(
    "turns",
    aliases: ["turning points", "peaks and troughs"],
    category: .statement,
    summary: "Peaks and troughs of a series, by the rule of Bry and Boschan.",
    usage: "turns QUERY",
    formula: "the extreme of five months, or two quarters, on both sides; cycles of 15 months",
    reference: "Bry and Boschan 1971, Cyclical analysis of time series",
    searchTerms: ["cycle", "peak", "trough", "dating"],
    examples: ["turns exports ttm", "turns pmi 3mma"]
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).turns(query))
  }
}
