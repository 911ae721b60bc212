import Engine
import Guidance
import Language

/// Writes the session to a file.
enum Save: StatementWord {
  static let entry = Entry(
    "save",
    category: .statement,
    summary: "Write the session to a file that replays, or as .html, .ipynb or .md.",
    usage: "save [\"FILE.trade.md\"] [--force]",
    searchTerms: ["write", "keep", "export session", "notebook", "page"],
    examples: []
  )
  static let shape = CommandShape.file
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .file(let name, let options) = command.argument else { return Reply() }
    guard let path = name.map({ path($0.text) }) ?? workspace.transcript.file?.path else {
      throw Diagnostic("needs-file", "save where? `save \"my-session.trade.md\"`")
    }
    for option in options where !["--force", "force"].contains(option.text) {
      throw Diagnostic("unknown-option", "`save` takes `--force` only", at: option.span)
    }
    if let exporter = exporter(for: path) {
      let runner = SessionRunner(on: workspace.bench)
      let page = exporter.text(of: try runner.export(workspace.sessionText))
      try workspace.files.write(page, to: path, over: options.isEmpty ? .nothing : .anything)
      return Reply(lines: ["the session is told in \(path)"])
    }
    let known = workspace.transcript.file.flatMap { $0.path == path ? $0.stamp : nil }
    let text = workspace.sessionText
    try workspace.bench.watch.check()
    try workspace.files.write(
      text,
      to: path,
      over: options.isEmpty ? known.map(Overwriting.only) ?? .nothing : .anything
    )
    workspace.transcript.file = Transcript.SavedFile(path: path, stamp: FileStamp(text))
    let count = workspace.transcript.entries.filter { $0.kind == .entry }.count
    return Reply(lines: ["\(count) entries saved to \(path)"])
  }

  private static func path(_ name: String) -> String {
    name.contains(".") ? name : name + ".trade.md"
  }
}
