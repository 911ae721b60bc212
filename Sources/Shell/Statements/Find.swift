import Engine
import Guidance
import Language

/// Finds words of every kind by a part of them.
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
    for listing in Listing.allCases {
      rows += listing.rows(in: workspace).filter(needle.matches).map { row in
        ListRow(row.name, "\(listing.rawValue): \(row.text)", row.hidden)
      }
    }
    guard !rows.isEmpty else {
      return Reply(lines: ["nothing is called '\(needle.text)'"])
    }
    return Reply(lines: rows.aligned)
  }
}
