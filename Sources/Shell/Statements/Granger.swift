import Engine
import Guidance
import Language

/// Tests whether one series leads another.
enum Granger: StatementWord {
  static let entry = Entry(
    "granger",
    category: .statement,
    summary: "Whether the past of one series helps to predict another, and the reverse.",
    usage: "granger QUERY on QUERY [using COUNT lags]",
    formula: "F = ((S₀ − S₁) ÷ p) ÷ (S₁ ÷ (n − 2p − 1)), S without and with p lags of the other",
    reference: "Granger 1969, Econometrica 37",
    searchTerms: ["causality", "lead", "predict", "regression"],
    examples: ["granger exports yoy on imports yoy using 4 lags"]
  )
  static let shape = CommandShape.regression

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .regression(let regression) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).granger(regression))
  }
}
