import Engine
import Guidance
import Language
import Reports

/// Writes an answer to a file.
enum Export: StatementWord {
  static let entry = Entry(
    "export",
    category: .statement,
    summary: "Write an answer to a file, in the format of the file's ending.",
    usage: "export QUERY into \"FILE\" [as FORM] | export data into \"clickhouse://…\"",
    searchTerms: ["write", "csv", "json", "markdown", "file", "download"],
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
    let answer = try Answerer(workspace.bench).answer(query)
    return try workspace.write(answer, query, into: file)
  }
}

extension Workspace {
  /// Writes an answer in the form asked for, else in that of the file's ending.
  func write(_ answer: Answer, _ query: Query, into file: Name) throws(Diagnostic) -> Reply {
    let ending = file.text.split(separator: ".").last.map { $0.lowercased() } ?? ""
    // A drawing goes into a picture file as a picture, whatever its form.
    let form = ending == "svg" ? nil : answer.form
    let name = form.flatMap { Reports.writer(named: $0) == nil ? nil : $0 } ?? ending
    guard let writer = Reports.writer(named: name == "txt" ? "text" : name) else {
      throw Diagnostic(
        "unknown-ending",
        "I cannot tell from '\(file.text)' in which format to write",
        at: file.span,
        notes: ["known endings: csv, json, md, svg, txt; or name the form: `as csv`"]
      )
    }
    let page = Page(input: query.description, width: settings.width)
    let lines = writer.text(of: answer, on: page).plainLines
    let text = lines.map { $0 + writer.lineEnding }.joined()
    try files.write(text, to: file.text)
    return Reply(lines: ["\(query.expression) written to \(file.text) as \(writer.entry.name)"])
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
