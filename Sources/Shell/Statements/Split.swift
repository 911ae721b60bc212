import Engine
import Guidance
import Language

/// Takes growth apart into quantity and price.
enum Split: StatementWord {
  static let entry = Entry(
    "split",
    category: .statement,
    summary: "Growth of value taken apart into quantities and unit values, summing exactly.",
    usage: "split QUERY of PRODUCT yoy PERIOD",
    formula: "Δv = Σ Δq × (p[0] + p[1]) ÷ 2 + Σ Δp × (q[0] + q[1]) ÷ 2",
    reference: "Bennet 1920, Journal of the Royal Statistical Society 83",
    searchTerms: ["volume", "price", "quantity", "decomposition", "unit value"],
    examples: []
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).split(query))
  }
}
