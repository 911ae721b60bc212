import Catalogue
import Engine
import Guidance
import Language

/// Reads a file of figures and asks it from here on.
enum ImportStatement: StatementWord {
  static let entry = Entry(
    "import",
    category: .statement,
    summary: "Read a file of figures and ask it from here on.",
    usage: "import \"FILE\" [as NAME] [(ROLE: COLUMN, …)] [in UNIT] [scale COLUMN …] [strict]",
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
    let bytes = try workspace.files.bytes(of: file.text)
    let report = try importFile(bytes, named: file.text, as: clause.name, clause.options)
    // A file may be imported anew under its name; the data the session began with stays.
    let isTaken = workspace.dataSets[report.data.name] != nil
    let isHome = report.data.name == workspace.home.dataSet.name
    guard !isTaken || (clause.name != nil && !isHome) else {
      throw Diagnostic(
        "name-taken",
        "a data set '\(report.data.name)' is there already",
        fix: Fix("name this one: `import \"\(file.text)\" as other`")
      )
    }
    let facts = EmbeddedFacts(report.data)
    workspace.dataSets[report.data.name] = facts
    workspace.use(facts)
    return Reply(lines: ImportCard(report, width: workspace.settings.width).lines)
  }
}
