import Catalogue
import Columns
import Engine
import Guidance
import Language
import Periods

/// Switches the session to another of its data sets.
enum Use: StatementWord {
  static let entry = Entry(
    "use",
    category: .statement,
    summary: "Ask another data set of the session from here on.",
    usage: "use NAME",
    searchTerms: ["switch", "data set", "database", "select data"],
    examples: ["use china-customs"]
  )
  static let shape = CommandShape.text

  static func candidates(
    behind words: [String],
    in workspace: Workspace
  ) -> [Completion.Candidate] {
    guard words.isEmpty else { return [] }
    return workspace.dataSets.sorted { $0.key < $1.key }.map { name, facts in
      Completion.Candidate(name, facts.dataSet.title)
    }
  }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let names = workspace.dataSets.keys.sorted()
    guard case .text(let text) = command.argument, !text.isEmpty else {
      throw Diagnostic("needs-name", "use which data set? \(names.joined(separator: ", "))")
    }
    guard let facts = workspace.dataSets[text] else {
      throw Diagnostic(
        "unknown-data-set",
        "no data set of this session is called '\(text)'",
        notes: ["there are: \(names.joined(separator: ", "))"]
      )
    }
    workspace.use(facts)
    return Reply(lines: ["\(text): \(facts.dataSet.summary)"])
  }
}

extension Workspace {
  /// Asks a data set from here on; what the session has defined stays.
  mutating func use(_ facts: any FactSource) {
    let name = facts.dataSet.name
    let others = dataSets.filter { $0.key != name }.sorted { $0.key < $1.key }.map(\.value)
    let joined: any FactSource = others.isEmpty ? facts : JoinedFacts(facts, beside: others)
    var other = Workbench(joined, Lexicon(ofSessionOn: joined.dataSet))
    other.define(asIn: bench)
    other.answers = bench.answers
    other.watch = bench.watch
    other.seasonalProgram = bench.seasonalProgram
    other.vintage = facts.dataSet.publications.count > 1 ? bench.vintage : .latest
    bench = other
  }

  /// The data set in use by itself, without what stands beside it.
  var ownData: DataSet { dataSets[bench.data.name]?.dataSet ?? bench.data }

  /// The data sets of the session for `list data`.
  var dataSetRows: [ListRow] {
    dataSets.sorted { $0.key < $1.key }.map { name, facts in
      let mark = name == bench.data.name ? " (in use)" : ""
      return ListRow(name, facts.dataSet.summary + mark, facts.dataSet.title)
    }
  }
}

extension DataSet {
  /// One line: what it is, how many figures, from when to when.
  var summary: String {
    var parts = [title, "\(figureCount) figures"]
    if let first = periods.map(\.start).min(), let last = periods.map(\.end).max() {
      parts.append("\(first) to \(last)")
    }
    return parts.joined(separator: " · ")
  }
}
