import Catalogue
import Columns
import Engine
import Guidance
import Language

/// Reads a file of figures and asks it from here on.
enum ImportStatement: StatementWord {
  static let entry = Entry(
    "import",
    category: .statement,
    summary: "Read a file of figures and ask it from here on.",
    usage: "import \"FILE\" [as NAME] [(ROLE: COLUMN, …)] [in UNIT] [CLAUSE …]",
    searchTerms: ["load data", "read csv", "open file", "comtrade", "sdmx", "wdi", "fred", "json"],
    examples: []
  )
  static let shape = CommandShape.file

  static func takes(file: String) -> Bool { !file.hasSuffix(".trade.md") }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .file(let file?, let words) = command.argument else {
      throw Diagnostic("needs-file", "import what? `import \"trade.csv\" as mine`")
    }
    if ["from", "of", "into", "to", "yoy"].contains(file.text) {
      throw Diagnostic(
        "needs-file",
        "`import` reads a file; the measure is called `imports`",
        at: file.span,
        fix: Fix("write `imports \(file.text) …`")
      )
    }
    let clause = try ImportClause(words)
    if file.text.lowercased().hasSuffix(".tws") {
      let data = try storedData(file, clause, workspace)
      return try take(data, named: clause.name != nil, file, &workspace)
    }
    let bytes = try workspace.files.bytes(of: file.text)
    let report = try importFile(bytes, named: file.text, as: clause.name, clause.options)
    _ = try take(report.data, named: clause.name != nil, file, &workspace)
    workspace.readings[report.data.name] = Workspace.Reading(
      report: report,
      statement: (["import \"\(file.text)\""] + words.map(\.text)).joined(separator: " "),
      hasName: clause.name != nil
    )
    return Reply(lines: ImportCard(report, width: workspace.settings.width).lines)
  }

  /// The data set of a store file, whose facts stay in it.
  private static func storedData(
    _ file: Name,
    _ clause: ImportClause,
    _ workspace: Workspace
  ) throws(Diagnostic) -> DataSet {
    let path = try workspace.files.pathToRead(file.text)
    let store: Store
    do throws(StoreError) {
      store = try Store(path)
    } catch {
      throw Diagnostic(error)
    }
    let last = file.text.split(separator: "/").last.map { String($0.dropLast(4)) } ?? "store"
    guard let data = DataSet.stored(in: store, name: clause.name ?? last.lowercased()) else {
      throw Diagnostic("not-a-store", "'\(file.text)' is a store, but not one of trade facts")
    }
    return data
  }

  /// Puts a data set into the session and asks it from here on.
  private static func take(
    _ data: DataSet,
    named isNamed: Bool,
    _ file: Name,
    _ workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    // A file may be imported anew under its name; the data the session began with stays.
    let isTaken = workspace.dataSets[data.name] != nil
    let isHome = data.name == workspace.home.dataSet.name
    guard !isTaken || (isNamed && !isHome) else {
      throw Diagnostic(
        "name-taken",
        "a data set '\(data.name)' is there already",
        fix: Fix("name this one: `import \"\(file.text)\" as other`")
      )
    }
    let facts = EmbeddedFacts(data)
    workspace.dataSets[data.name] = facts
    workspace.readings[data.name] = nil
    workspace.use(facts)
    return Reply(lines: ["\(data.name): \(data.summary)"])
  }
}
