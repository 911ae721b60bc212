import Engine
import Guidance
import Language

/// Tells what a target takes.
enum Pace: StatementWord {
  static let entry = Entry(
    "pace",
    aliases: ["pace of"],
    category: .statement,
    summary: "How much a year a target takes, beside what the last years brought.",
    usage: "pace of QUERY to AMOUNT by PERIOD",
    formula: "100 × ((target ÷ x)^(1 ÷ years) − 1); of balances and shares the amount a year",
    searchTerms: ["target", "goal", "required", "growth", "implied"],
    examples: [
      "pace of exports to 5 trillion by 2030",
      "pace of share of China in world exports to 16.5% by 2030",
    ]
  )
  static let shape = CommandShape.target

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .target(let expression, let amount, let end) = command.argument else {
      return Reply()
    }
    return Reply(try Answerer(workspace.bench).pace(expression, to: amount, by: end))
  }
}
