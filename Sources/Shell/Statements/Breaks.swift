import Engine
import Guidance
import Language

/// Looks for the most likely break in a series.
enum Breaks: StatementWord {
  static let entry = Entry(
    "breaks",
    aliases: ["structural break", "chow"],
    category: .statement,
    summary: "The most likely break in the level of a series, or in its line.",
    usage: "breaks QUERY [using level | trend]",
    formula: "max F over the places of a break, the outer 15 % left out",
    reference: "Quandt 1960, JASA 55; Andrews 2003, Econometrica 71",
    searchTerms: ["structural", "change", "shift", "chow", "quandt"],
    examples: ["breaks exports to US yoy"]
  )
  static let shape = CommandShape.testing

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .regression(let regression) = command.argument else { return Reply() }
    return Reply(try Answerer(workspace.bench).breaks(regression))
  }
}
