import Engine
import Guidance
import Language

/// Explains trade between pairs of countries.
enum Gravity: StatementWord {
  static let entry = Entry(
    "gravity",
    aliases: ["ppml"],
    category: .statement,
    summary: "Explains trade between countries: gravity by PPML with fixed effects.",
    usage: "gravity QUERY on GROUP | MEASURE, … [using two-way | pair | simple | none]",
    formula: "x[i, j, t] = exp(b z[i, j, t] + effects), by Poisson pseudo-maximum likelihood",
    reference: "Santos Silva and Tenreyro 2006, The log of gravity, Rev. Econ. Stat. 88",
    searchTerms: ["ppml", "poisson", "fixed effects", "distance", "agreement", "regression"],
    examples: ["gravity exports since 2017 on RCEP using simple"]
  )
  static let shape = CommandShape.gravity

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .gravity(let query, let names, let words) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).gravity(query, on: names, using: words))
  }
}
