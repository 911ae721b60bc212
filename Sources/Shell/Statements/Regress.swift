import Engine
import Guidance
import Language

/// Explains one series by others, by least squares.
enum Regress: StatementWord {
  static let entry = Entry(
    "regress",
    aliases: ["ols"],
    category: .statement,
    summary: "Explains one series by others: coefficients, standard errors, R², n.",
    usage: "regress QUERY on QUERY, … [using classical | robust | hac [LAGS]]",
    formula: "b = (X′X)⁻¹ X′y, the constant included, over the periods that all have",
    reference: "Wooldridge 2019, Introductory econometrics; Newey and West 1987, Econometrica 55",
    searchTerms: ["regression", "least squares", "coefficient", "elasticity", "robust", "r2"],
    examples: [
      "regress exports yoy on imports yoy, pmi using hac",
      "regress log(exports) on log(imports) by year using robust",
    ]
  )
  static let shape = CommandShape.regression

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .regression(let regression) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).regress(regression))
  }
}
