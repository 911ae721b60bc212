import Guidance
import Language

/// Writes the session to a file.
enum Save: StatementWord {
  static let entry = Entry(
    "save",
    category: .statement,
    summary: "Write the session to a file that replays.",
    usage: "save \"FILE.trade.md\"",
    searchTerms: ["write", "keep", "export session"],
    examples: []
  )
  static let shape = CommandShape.file
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .file(let name?, _) = command.argument else {
      throw Diagnostic("needs-file", "save where? `save \"my-session.trade.md\"`")
    }
    let path = name.text.contains(".") ? name.text : name.text + ".trade.md"
    try workspace.files.write(workspace.sessionText, to: path)
    let count = workspace.transcript.entries.filter { $0.kind == .entry }.count
    return Reply(lines: ["\(count) entries saved to \(path)"])
  }
}
