import Guidance
import Language

/// Brings a saved session back.
enum Load: StatementWord {
  static let entry = Entry(
    "load",
    category: .statement,
    summary: "Bring a saved session back and go on where it stopped.",
    usage: "load \"FILE.trade.md\"",
    searchTerms: ["open", "read", "session"],
    examples: []
  )
  static let shape = CommandShape.file
  static let isRecorded = false

  static func takes(file: String) -> Bool { file.hasSuffix(".trade.md") }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .file(let name?, _) = command.argument else {
      throw Diagnostic("needs-file", "load what? `load \"my-session.trade.md\"`")
    }
    let text = try workspace.files.read(name.text)
    let failed: [String]
    do throws(Diagnostic) {
      failed = try workspace.load(text, reading: workspace.filesOfSession(at: name.text))
    } catch {
      throw error.naming(name.text)
    }
    workspace.transcript.file = Transcript.SavedFile(path: name.text, stamp: FileStamp(text))
    let count = workspace.transcript.entries.filter { $0.kind == .entry }.count
    var lines = ["\(count) entries loaded from \(name.text)"]
    lines += failed
    return Reply(lines: lines)
  }
}

extension Workspace {
  /// What the session in a file may do: read its folder where the user opens it, and nothing where
  /// another session does.
  func filesOfSession(at path: String) -> any FileAccess {
    files is FolderFiles || files is NoFiles
      ? NoFiles() : FolderFiles(folder(of: files.expanded(path)))
  }
}
