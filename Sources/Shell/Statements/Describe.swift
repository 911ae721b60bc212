import Catalogue
import Engine
import Guidance
import Language

/// Tells what there is of a series, a partner, a product, an event, or the data set.
enum Describe: StatementWord {
  static let entry = Entry(
    "describe",
    category: .statement,
    summary: "What there is of a series, partner, product, event or data set; alone: of all.",
    usage: "describe [QUERY | NAME | DATA]",
    searchTerms: ["card", "coverage", "metadata", "vintages", "about"],
    examples: [
      "describe exports to US", "describe ASEAN", "describe covid", "describe china-customs",
    ]
  )
  static let shape = CommandShape.queryOrWord

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let answerer = Answerer(workspace.bench)
    switch command.argument {
    case .query(let query): return Reply(try answerer.describe(query))
    case .word(let word):
      let name = word.text.filter { $0 != "\"" }
      if let facts = workspace.dataSets[name] { return Reply(answerer.describe(facts.dataSet)) }
      if let answer = answerer.describe(named: name) { return Reply(answer) }
      let entries = workspace.bench.lexicon.entries
      if let entry = entries.first(where: { $0.answers(to: name) }) {
        return Reply(lines: Help.page(entry, workspace))
      }
      throw Diagnostic("unknown-name", "I do not know the name '\(name)'", at: word.span)
        .suggesting(name, from: workspace.names)
    default: return Reply(answerer.describe(workspace.ownData))
    }
  }
}

extension Workspace {
  /// Every name that `describe` knows.
  fileprivate var names: [String] {
    let data = bench.data
    return dataSets.keys + bench.lexicon.entries.map(\.name) + data.places.map(\.name)
      + data.products.map(\.name)
      + data.events.map(\.name)
  }
}
