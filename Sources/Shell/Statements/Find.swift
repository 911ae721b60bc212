import Catalogue
import Engine
import Guidance
import Language

/// Finds words of every kind by a part of them, in all data sets of the session.
enum Find: StatementWord {
  static let entry = Entry(
    "find",
    category: .statement,
    summary: "Find words of every kind by a part of their name or meaning.",
    usage: "find TEXT",
    searchTerms: ["search", "look for"],
    examples: ["find soy"]
  )
  static let shape = CommandShape.words
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .words(let words) = command.argument, !words.isEmpty else {
      throw Diagnostic("needs-text", "`find` what? A part of a word belongs behind it")
    }
    let needle = Needle(words.map(\.text))
    var rows: [ListRow] = []
    var seen: Set<String> = []
    func add(_ found: [ListRow]) {
      for row in found where seen.insert("\(row.name) \(row.text)").inserted { rows.append(row) }
    }
    for listing in Listing.allCases {
      if listing == .events { add(Listing.known.filter(needle.matches)) }
      add(listing.rows(in: workspace).filter(needle.matches).map { $0.titled(listing.rawValue) })
    }
    for (name, facts) in workspace.dataSets.sorted(by: { $0.key < $1.key })
    where name != workspace.bench.data.name {
      var other = workspace
      other.bench = Workbench(facts)
      for listing in Listing.ofData {
        let found = listing.rows(in: other).filter(needle.matches)
        add(found.map { $0.titled("\(listing.rawValue) in \(name)") })
      }
    }
    guard !rows.isEmpty else {
      return Reply(lines: ["nothing is called '\(needle.text)'"])
    }
    return Reply(lines: rows.aligned.map { $0.cut(to: workspace.settings.width) })
  }
}

extension String {
  /// At most so many characters: addresses are long, and `list sources` shows them whole.
  fileprivate func cut(to width: Int) -> String {
    count > width ? prefix(width - 1) + "…" : self
  }
}

extension ListRow {
  /// The row with the kind of thing it is before its text.
  fileprivate func titled(_ kind: String) -> ListRow {
    ListRow(name, text.isEmpty ? kind : "\(kind): \(text)", hidden)
  }
}
