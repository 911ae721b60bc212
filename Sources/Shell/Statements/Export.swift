import Catalogue
import Columns
import Engine
import Guidance
import Language
import Reports

/// Writes an answer, or a whole data set, to a file.
enum Export: StatementWord {
  static let entry = Entry(
    "export",
    category: .statement,
    summary: "Write an answer or a whole data set to a file, in the format of its ending.",
    usage: "export QUERY into \"FILE\" [as FORM] | export DATA into \"FILE\" | … \"clickhouse://…\"",
    searchTerms: ["write", "csv", "json", "markdown", "file", "download", "sdmx", "tws", "backup"],
    examples: []
  )
  static let shape = CommandShape.output
  // A replay may write no file, so a saved session does not repeat it.
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    switch command.argument {
    case .output(let query, let file):
      let answer = try Answerer(workspace.bench).answer(query)
      return try workspace.write(answer, query, into: file)
    case .data(let name, let file): return try workspace.write(dataSet: name, into: file)
    default:
      throw Diagnostic("needs-file", "export where? `export exports in 2025 into \"exports.csv\"`")
    }
  }
}

extension Workspace {
  /// Larger tables are written as stores only.
  private static let mostRowsAsText = 2_000_000

  /// Writes every figure of a data set, in a form that `import` reads back.
  func write(dataSet name: Name, into file: Name) throws(Diagnostic) -> Reply {
    guard let facts = dataSets[name.text] ?? (name.text == "data" ? bench.facts : nil) else {
      throw Diagnostic(
        "unknown-data-set",
        "'\(name.text)' is neither a measure nor a data set of this session",
        at: name.span,
        notes: ["there are: \(dataSets.keys.sorted().joined(separator: ", "))"]
      )
    }
    let data = facts.dataSet
    if RemoteTable.isAddress(file.text) {
      return Reply(lines: try servers.load(data, into: file.text, isCancelled: bench.isCancelled))
    }
    let written = "\(name.text): \(data.facts.rowCount) figures written to \(file.text)"
    if file.text.lowercased().hasSuffix(".tws") {
      let path = try files.pathToWrite(file.text)
      do throws(StoreError) {
        try data.write(toStore: path)
      } catch {
        throw Diagnostic(error)
      }
      return Reply(lines: [written])
    }
    guard let form = ExchangeForm(ofFile: file.text) else {
      throw Diagnostic(
        "unknown-ending",
        "I cannot tell from '\(file.text)' in which format to write a data set",
        at: file.span,
        notes: ["known endings: csv, sdmx.csv, json, tws"]
      )
    }
    guard data.facts.rowCount <= Workspace.mostRowsAsText else {
      throw Diagnostic(
        "file-too-large",
        "\(data.facts.rowCount) figures are too many for text",
        at: file.span,
        notes: ["a store holds them: `export \(name.text) into \"\(name.text).tws\"`"]
      )
    }
    try files.write(data.exchangeText(form), to: file.text)
    return Reply(lines: [written])
  }

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
