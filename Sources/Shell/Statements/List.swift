import Catalogue
import Engine
import Guidance
import Language

/// Lists the words of one kind.
enum ListStatement: StatementWord {
  static let entry = Entry(
    "list",
    category: .statement,
    summary: "List measures, partners, products, events, variables, sources, functions.",
    usage: "list KIND [TEXT]",
    searchTerms: ["show", "available", "what is there"],
    examples: ["list measures", "list partners", "list events since 2025-10"]
  )
  static let shape = CommandShape.words
  static let isRecorded = true

  static func candidates(
    behind words: [String],
    in workspace: Workspace
  ) -> [Completion.Candidate] {
    guard words.isEmpty else { return [] }
    return Listing.allCases.map { Completion.Candidate($0.rawValue, "") }
  }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .words(let words) = command.argument, let kind = words.first else {
      throw Diagnostic(
        "needs-kind",
        "list what? \(Listing.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    guard let listing = Listing(rawValue: kind.text.lowercased()) else {
      throw Diagnostic("unknown-kind", "I cannot list '\(kind.text)'", at: kind.span)
        .suggesting(kind.text, from: Listing.allCases.map(\.rawValue))
    }
    let needle = Needle(words.dropFirst().map(\.text))
    let rows = listing.rows(in: workspace).filter(needle.matches)
    guard !rows.isEmpty else {
      return Reply(lines: ["there are no such \(listing.rawValue)"])
    }
    return Reply(lines: rows.aligned)
  }
}
