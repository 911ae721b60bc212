import Catalogue
import Engine
import Guidance
import Language

/// Asks a table on a server from here on.
enum Open: StatementWord {
  static let entry = Entry(
    "open",
    category: .statement,
    summary: "Ask a table on a ClickHouse server from here on.",
    usage: "open \"clickhouse://USER@HOST:8123/DB.TABLE\" [as NAME] [(ROLE: COLUMN, …)] [in UNIT]",
    searchTerms: ["clickhouse", "server", "cluster", "database", "connect", "sql", "remote"],
    examples: []
  )
  static let shape = CommandShape.file

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .file(let address?, let words) = command.argument else {
      throw Diagnostic(
        "needs-address",
        "open what? `open \"clickhouse://user@host:8123/database.table\" as world`"
      )
    }
    guard RemoteTable.isAddress(address.text) else {
      throw Diagnostic(
        "needs-address",
        "`open` takes the address of a table on a server; `import` reads files",
        at: address.span,
        notes: ["an address is written clickhouse://user@host:8123/database.table"]
      )
    }
    let clause = try ImportClause(words)
    var table = RemoteTable(address.text)
    table.name = clause.name
    table.mapping = clause.options.mapping
    table.measurement = clause.options.measurement
    let facts = try workspace.source(of: table)
    let name = facts.dataSet.name
    if let other = workspace.dataSets[name], other.address != facts.address {
      throw Diagnostic(
        "name-taken",
        "a data set '\(name)' is there already",
        fix: Fix("name this one: `open \"…\" as other`")
      )
    }
    workspace.dataSets[name] = facts
    workspace.use(facts)
    return Reply(lines: ["\(name): \(facts.dataSet.summary)"] + facts.layoutLines)
  }
}

extension Workspace {
  /// The facts of a table: those that are open already, else what the server has.
  fileprivate func source(of table: RemoteTable) throws(Diagnostic) -> any FactSource {
    let isPlain = table.mapping.isEmpty && table.measurement == nil
    let open = dataSets.values.first { facts in
      facts.address == table.address && (table.name == nil || table.name == facts.dataSet.name)
    }
    if isPlain, let open { return open }
    return try servers.open(table)
  }
}
