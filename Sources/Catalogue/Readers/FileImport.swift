import Guidance

/// Reads a file of figures, whatever its kind, into a data set of its own.
///
/// A file is never refused for a bad row; it is refused, with the reason, where it is no table, where
/// nothing says what its columns mean, or where no figure is left.
package func importFile(
  _ bytes: [UInt8],
  named file: String,
  as name: String? = nil,
  _ options: ImportOptions = ImportOptions()
) throws(Diagnostic) -> FileReport {
  let source = try SourceFile(file, bytes, encoding: options.encoding, sheet: options.sheet)
  if let report = try ExchangeReader.read(source, as: name ?? source.dataName, options) {
    return report
  }
  let reader = try options.mapping.isEmpty ? reader(for: source) : PlainTable.self
  var draft = Draft(options)
  do throws(Diagnostic) {
    try reader.read(source, into: &draft)
  } catch {
    // What was read in part is no file that is wrong.
    try Watch.current.check()
    throw error
  }
  try Watch.current.check()
  guard draft.count > 0 else { throw nothingRead(source, reader.kind, draft) }
  draft.combineNewYear()
  draft.dropRepeats()
  draft.addTotals()
  draft.describeScope()
  if source.text.isCut {
    draft.find(ImportFinding("cut-off", "the file ends inside of a character: is it whole?"))
  }
  if let sheets = source.text.sheets, sheets.all.count > 1 {
    let others = sheets.all.filter { $0 != sheets.read }.map(\.asTyped).joined(separator: ", ")
    draft.find(
      ImportFinding(
        "sheet-chosen",
        "sheet \(sheets.read.asTyped) is read; `sheet NAME` reads another: \(others)",
        isWarning: false
      )
    )
  }
  if source.text.lostBytes > 0 {
    let name = source.text.encoding.rawValue
    draft.find(
      ImportFinding(
        "characters-lost",
        "\(source.text.lostBytes) bytes stand for nothing in \(name): is it another encoding?",
        mend: "encoding \(name == "gbk" ? "shift-jis" : "gbk")"
      )
    )
  }
  let figures = CheckedFigures(draft)
  let findings = draft.findings + importChecks.flatMap { $0.findings(in: figures) }
  let kind = reader.kind
  var data = DataSet(
    draft,
    name: name ?? source.dataName,
    title: "\(kind.title) (\(source.lastName))",
    source: Source(
      id: "file",
      publisher: kind.publisher.isEmpty ? source.lastName : kind.publisher,
      address: source.lastName
    ),
    issuer: kind.publisher
  )
  data.licence = kind.licence
  var report = FileReport(data: data, kind: kind, encoding: source.text.encoding)
  report.separator =
    source.text.sheets != nil ? "workbook" : source.isJSON ? nil : source.separator.name
  report.rowsRead = draft.rowsRead
  report.preambleLines = draft.preambleLines
  report.footnoteLines = draft.footnoteLines
  report.refused = draft.refused
  report.missingCells = draft.missingCells
  report.infiniteCells = draft.infiniteCells
  report.columns = draft.roles
  report.ignoredColumns = draft.ignoredColumns
  report.measurements = draft.measurements
  report.findings = findings
  return report
}

private func reader(for file: SourceFile) throws(Diagnostic) -> any FileReader.Type {
  if let reader = readers.first(where: { $0.recognises(file) }) { return reader }
  if file.isJSON {
    throw Diagnostic(
      "unknown-layout",
      "'\(file.name)' is JSON, but no answer of UN Comtrade's interface",
      notes: ["make it a table: `jq -r '… | @csv' '\(file.name)' > table.csv`"]
    )
  }
  throw unknownLayout(file)
}

private func nothingRead(_ file: SourceFile, _ kind: FileKind, _ draft: Draft) -> Diagnostic {
  var notes = draft.refused.first.map { "line \($0.line): \($0.reason)" }
  notes += draft.findings.filter(\.isWarning).prefix(2).map(\.text)
  return Diagnostic(
    "no-figures",
    "'\(file.name)' was read as \(kind.title), and no figure was found in \(draft.rowsRead) rows",
    notes: notes
  )
}

extension SourceFile {
  /// A name for the data set that may be typed: letters, digits and hyphens of the file's name.
  fileprivate var dataName: String {
    let pieces = stem.lowercased().split { !$0.isLetter && !$0.isNumber }
    return pieces.isEmpty ? "file" : pieces.joined(separator: "-")
  }
}
