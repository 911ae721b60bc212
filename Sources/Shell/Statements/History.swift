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
    if let count = try command.entryCount() { entries = entries.suffix(count) }
    guard !entries.isEmpty else { return Reply(lines: ["nothing has happened yet"]) }
    return Reply(
      lines: entries.map { entry in
        switch entry.kind {
        case .entry: "\(entry.number)  \(entry.input)\(entry.remark)"
        case .note: "   \(entry.input)"
        case .section: "## \(entry.input)"
        }
      }
    )
  }
}

extension Transcript.Entry {
  /// Whether the result is out of date, and where it was computed anew.
  fileprivate var remark: String {
    if isStale { return "   stale" }
    return rerunAs.map { "   rerun as \($0)" } ?? ""
  }
}
