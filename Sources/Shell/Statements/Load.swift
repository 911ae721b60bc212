import Guidance
import Language

/// Brings a saved session back.
enum Load: SessionStatement {
  static let entry = Entry(
    "load",
    category: .statement,
    summary: "Bring a saved session back and go on where it stopped.",
    usage: "load \"FILE.trade.md\"",
    searchTerms: ["open", "read", "session"],
    examples: []
  )

  static func run(
    _ text: String,
    at path: String,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let failed = try workspace.load(text, reading: workspace.filesOfSession(at: path))
    workspace.transcript.file = Transcript.SavedFile(path: path, stamp: FileStamp(text))
    let count = workspace.transcript.entries.filter { $0.kind == .entry }.count
    return Reply(lines: ["\(count) entries loaded from \(path)"] + failed)
  }
}
