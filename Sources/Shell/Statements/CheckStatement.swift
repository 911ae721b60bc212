import Catalogue
import Engine
import Guidance
import Language

/// Sets published and computed figures side by side; of a data set, tells what does not add up.
enum CheckStatement: StatementWord {
  static let entry = Entry(
    "check",
    category: .statement,
    summary: "Published and computed figures side by side; of a data set, its mistakes.",
    usage: "check QUERY | check DATA",
    searchTerms: [
      "verify", "audit", "published", "identity", "consistency", "duplicates", "gaps", "units",
    ],
    examples: ["check exports yoy 2025-11", "check surplus 2025-11"]
  )
  static let shape = CommandShape.queryOrWord

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    switch command.argument {
    case .query(let query): return Reply(try Answerer(workspace.bench).check(query))
    case .word(let word):
      let name = word.text.filter { $0 != "\"" }
      if let facts = workspace.dataSets[name] {
        return Reply(DataCheck(facts.dataSet, workspace).answer)
      }
      let names = workspace.dataSets.keys.sorted()
      throw Diagnostic(
        "needs-query",
        "'\(name)' is neither a measure nor a data set: `check` what?",
        at: word.span,
        notes: ["data sets: \(names.joined(separator: ", "))"]
      )
    default:
      throw Diagnostic("needs-query", "`check` what? A query or the name of a data set")
    }
  }
}
