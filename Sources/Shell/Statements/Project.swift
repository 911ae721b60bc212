import Engine
import Guidance
import Language

/// Carries a series on at a rate.
enum Project: StatementWord {
  static let entry = Entry(
    "project",
    category: .statement,
    summary: "Carries a series on at a rate a year; what would be, not a forecast.",
    usage: "project QUERY to PERIOD at RATE",
    formula: "x[t] = x[t − 1 year] × (1 + rate), or + the amount a year",
    searchTerms: ["scenario", "future", "assume", "extrapolate", "outlook"],
    examples: ["project exports to 2030 at 5%", "project exports to 2030 at exports 5y cagr"]
  )
  static let shape = CommandShape.projection

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .projection(let expression, let end, let rate) = command.argument else {
      return Reply()
    }
    return Reply(try Answerer(workspace.bench).project(expression, to: end, at: rate))
  }
}
