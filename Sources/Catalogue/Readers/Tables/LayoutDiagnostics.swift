import Guidance

/// Says that nothing tells what a table's columns are for, with the clause that would.
func unknownLayout(_ file: SourceFile) -> Diagnostic {
  guard let header = file.plainHeader else {
    return Diagnostic(
      "unknown-layout",
      "'\(file.name)' has no line that names its columns",
      notes: [
        "its first line: \(file.head.first.map { $0.fields.joined(separator: " | ").shortened } ?? "")"
      ]
    )
  }
  let names = header.names.filter { !$0.isEmpty }.prefix(12).map(\.shortened)
  return Diagnostic(
    "unknown-layout",
    "I cannot tell which columns of '\(file.name)' are the period and the figures",
    notes: [
      "columns: \(names.joined(separator: ", "))",
      "say it: `import \"\(file.name)\" (period: COLUMN, partner: COLUMN, exports: COLUMN)`",
    ]
  )
}

/// Says that amounts may be exports or imports, with the mapping that was found so far.
func needsFlow(_ file: SourceFile, _ roles: TableRoles, _ header: Header) -> Diagnostic {
  var parts: [String] = []
  if let period = roles.period { parts.append("period: \(header.names[period])") }
  if case .column(let column)? = roles.partner { parts.append("partner: \(header.names[column])") }
  if case .column(let column)? = roles.product { parts.append("product: \(header.names[column])") }
  if let value = roles.values.first(where: { $0.target == .flow(nil) }) {
    parts.append("value: \(value.name)")
  }
  let clause = (parts + ["flow: exports"]).joined(separator: ", ")
  return Diagnostic(
    "needs-flow",
    "nothing in '\(file.name)' says whether its amounts are exports or imports",
    notes: ["say it: `import \"\(file.name)\" (\(clause))`"]
  )
}

/// Says that a file once lost the letters of its names, so that no row can be told from another.
func namesDestroyed(_ file: SourceFile, _ column: String) -> Diagnostic {
  Diagnostic(
    "names-destroyed",
    "the names in column \(column) of '\(file.name)' are question marks: nobody can tell the partners",
    notes: [
      "a program that knew no Chinese saved the file: get it anew, as UTF-8"
    ]
  )
}
