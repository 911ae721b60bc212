import Guidance
import Language

/// Lists the entries of the session.
enum HistoryStatement: StatementWord {
  static let entry = Entry(
    "history",
    category: .statement,
    summary: "List the entries of the session with their numbers.",
    usage: "history [COUNT]",
    searchTerms: ["entries", "transcript"],
    examples: []
  )
  static let shape = CommandShape.words
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    var entries = workspace.transcript.entries
    if case .words(let words) = command.argument, let word = words.first {
      guard let count = Int(word.text), count > 0 else {
        throw Diagnostic("needs-number", "`history` takes a number of entries", at: word.span)
      }
      entries = entries.suffix(count)
    }
    guard !entries.isEmpty else { return Reply(lines: ["nothing has happened yet"]) }
    return Reply(
      lines: entries.map { entry in
        switch entry.kind {
        case .entry: "\(entry.number)  \(entry.input)"
        case .note: "   \(entry.input)"
        case .section: "## \(entry.input)"
        }
      }
    )
  }
}
