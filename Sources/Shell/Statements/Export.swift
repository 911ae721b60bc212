import Engine
import Guidance
import Language

/// Writes an answer to a file.
enum Export: StatementWord {
  static let entry = Entry(
    "export",
    category: .statement,
    summary: "Write an answer to a file, in the format of the file's ending.",
    usage: "[export] QUERY into \"FILE\" [as FORM] | export data into \"clickhouse://…\"",
    searchTerms: ["write", "csv", "json", "markdown", "latex", "svg", "html", "file", "download"],
    examples: []
  )
  static let shape = CommandShape.output
  // A replay may write no file, so a saved session does not repeat it.
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    if case .words(let words) = command.argument, words.count == 2 {
      return try workspace.loadData(into: words[1])
    }
    guard case .output(let query, let file) = command.argument else {
      throw Diagnostic("needs-file", "export where? `export exports in 2025 into \"exports.csv\"`")
    }
    let told = workspace.told(query)
    let answer = try Answerer(workspace.bench).answer(told)
    let name = "\(query.expression)"
    return try workspace.write(answer, named: name, input: told.description, into: file)
  }
}

extension Workspace {
  /// Writes all facts of the data set in use into a table on a server.
  fileprivate func loadData(into target: Name) throws(Diagnostic) -> Reply {
    guard RemoteTable.isAddress(target.text) else {
      throw Diagnostic(
        "needs-address",
        "all of the data goes into a table on a server; a file takes the answer to a query",
        at: target.span,
        notes: ["an address is written clickhouse://user@host:8123/database.table"]
      )
    }
    return Reply(
      lines: try servers.load(bench.data, into: target.text, isCancelled: bench.isCancelled)
    )
  }
}
