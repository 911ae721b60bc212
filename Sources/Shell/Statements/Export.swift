import Catalogue
import Columns
import Engine
import Guidance
import Language

/// Writes an answer, or a whole data set, to a file.
enum Export: StatementWord {
  static let entry = Entry(
    "export",
    category: .statement,
    summary: "Write an answer or a whole data set to a file, in the format of its ending.",
    usage: "[export] QUERY into \"FILE\" [as FORM] | export DATA into \"FILE | SERVER\"",
    searchTerms: [
      "write", "csv", "json", "markdown", "latex", "svg", "html", "file", "download", "sdmx", "tws",
      "backup",
    ],
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
      let told = workspace.told(query)
      let answer = try Answerer(workspace.bench).answer(told)
      let name = "\(query.expression)"
      return try workspace.write(answer, named: name, input: told.description, into: file)
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
    // `data` stands for the data set in use.
    let isInUse = name.text == "data" && dataSets["data"] == nil
    guard let facts = dataSets[isInUse ? bench.data.name : name.text] else {
      throw Diagnostic(
        "unknown-data-set",
        "'\(name.text)' is neither a measure nor a data set of this session",
        at: name.span,
        notes: ["there are: \(dataSets.keys.sorted().joined(separator: ", "))"]
      )
    }
    let data = facts.dataSet
    if RemoteTable.isAddress(file.text) {
      return Reply(
        lines: try servers.load(data, into: file.text, isCancelled: bench.isCancelled)
      )
    }
    guard data.figureCount == data.facts.rowCount else {
      throw Diagnostic(
        "cannot-write",
        "the figures of \(data.name) lie on a server, not here",
        at: name.span,
        notes: ["`export QUERY into …` writes an answer"]
      )
    }
    let written = "\(data.name): \(data.facts.rowCount) figures written to \(file.text)"
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
        notes: ["a store holds them: `export \(data.name) into \"\(data.name).tws\"`"]
      )
    }
    try files.write(data.exchangeText(form), to: file.text)
    return Reply(lines: [written])
  }
}
