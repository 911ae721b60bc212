import Engine
import Guidance
import Language

/// Tests whether a series drifts.
enum UnitRootStatement: StatementWord {
  static let entry = Entry(
    "unitroot",
    aliases: ["adf", "unit root", "dfuller"],
    category: .statement,
    summary: "Whether a series drifts: the augmented Dickey–Fuller test.",
    usage: "unitroot QUERY [using none | constant | trend] [LAGS]",
    formula: "t of b in Δx[t] = a + b x[t − 1] + Σ c[i] Δx[t − i]",
    reference: "Said and Dickey 1984, Biometrika 71; MacKinnon 1994 and 2010",
    searchTerms: ["stationary", "dickey", "fuller", "drift", "integrated"],
    examples: ["unitroot exports log using trend", "unitroot exports yoy"]
  )
  static let shape = CommandShape.testing

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .regression(let regression) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).unitRoot(regression))
  }
}
