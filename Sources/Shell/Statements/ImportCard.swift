import Catalogue
import Columns
import Engine
import Guidance
import Periods

/// What `import` prints: what the file is, what was understood, what does not add up.
struct ImportCard {
  let report: FileReport
  let width: Int

  init(_ report: FileReport, width: Int) {
    self.report = report
    self.width = width
  }

  var lines: [String] {
    let card = [head, coverage, columns, ignored, refused].compactMap(\.self)
    return card.flatMap { broken($0, width) }
      + report.findings.flatMap { ImportCard.lines($0, width: width) }
  }

  private var head: String {
    var parts = ["\(report.data.name): \(report.kind.title)", counted(report.rowsRead, "row")]
    parts.append(counted(report.data.facts.rowCount, "figure"))
    if report.encoding != .utf8 { parts.append(report.encoding.rawValue) }
    if report.separator == "workbook" {
      parts.append("workbook")
    } else if let separator = report.separator, separator != "comma" {
      parts.append("\(separator)s")
    }
    return parts.joined(separator: " · ")
  }

  /// From when to when, of whom, with whom, in what.
  private var coverage: String {
    let data = report.data
    var parts: [String] = []
    if let first = data.periods.map(\.start).min(), let last = data.periods.map(\.end).max() {
      parts.append("\(first) to \(last)")
    }
    let partners = data.codes(.partner).subtracting(worlds).count
    let reporters = data.codes(.reporter)
    if reporters.count == 1, let code = reporters.first, data.places[code].code != "_REPORTER" {
      parts.append("reporter \(data.places[code].name)")
    } else if reporters.count > 1 {
      parts.append("\(reporters.count) reporters")
    }
    if partners > 0, data.indicators.count < data.series.count {
      parts.append(counted(partners, "partner"))
    }
    let products = data.codes(.product).subtracting([0]).count
    if products > 0 { parts.append(counted(products, "product")) }
    let units = report.measurements.map(\.label)
    if !units.isEmpty { parts.append("in " + units.joined(separator: ", ")) }
    return "  " + parts.joined(separator: " · ")
  }

  private var worlds: Set<Int> {
    Set(report.data.places.indices.filter { report.data.places[$0].kind == .world })
  }

  private var columns: String? {
    guard !report.columns.isEmpty else { return nil }
    let shown = report.columns.prefix(8).map { "\($0.name) = \($0.role)" }
    let more = report.columns.count > 8 ? " and \(report.columns.count - 8) more" : ""
    return "  columns: " + shown.joined(separator: ", ") + more
  }

  private var ignored: String? {
    guard !report.ignoredColumns.isEmpty else { return nil }
    return "  left out: " + report.ignoredColumns.prefix(12).joined(separator: ", ")
  }

  private var refused: String? {
    var parts: [String] = []
    if report.preambleLines > 0 { parts.append(counted(report.preambleLines, "line") + " above") }
    if report.footnoteLines > 0 { parts.append(counted(report.footnoteLines, "line") + " below") }
    if report.missingCells > 0 { parts.append(counted(report.missingCells, "cell") + " empty") }
    if report.infiniteCells > 0 {
      parts.append(counted(report.infiniteCells, "cell") + " infinite")
    }
    if report.refused.count > 0 {
      let first = report.refused.first.map { "line \($0.line): \($0.reason)" }
      parts.append(
        counted(report.refused.count, "row") + " refused (\(first.joined(separator: "; ")))"
      )
    }
    return parts.isEmpty ? nil : "  skipped: " + parts.joined(separator: ", ")
  }

  static func lines(_ finding: ImportFinding, width: Int) -> [String] {
    let kind = finding.isWarning ? "warning" : "note"
    let place = finding.line.map { " line \($0):" } ?? ""
    let mend = finding.mend.map { "    fix: import it with `\($0)`" }
    let text = "  \(kind)[\(finding.code)]\(place) \(finding.text)"
    // A clause to copy stays on one line.
    return broken(text, width) + [mend].compactMap(\.self)
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// A line cut between words to the width; what follows stands two columns further in.
private func broken(_ line: String, _ width: Int) -> [String] {
  let margin = String(line.prefix { $0 == " " })
  var lines: [String] = []
  var current = margin
  for word in line.split(separator: " ") {
    let isFirst = current.allSatisfy { $0 == " " }
    if !isFirst, current.count + word.count + 1 > width - 2 {
      lines.append(current)
      current = margin + "  " + word
    } else {
      current += isFirst ? word : " " + word
    }
  }
  return lines + [current]
}

extension DataSet {
  /// The codes that occur in a key column.
  fileprivate func codes(_ column: FactColumn) -> Set<Int> {
    let keys = facts.keys[column.rawValue]
    var codes: Set<Int> = []
    for row in 0..<facts.rowCount { codes.insert(keys[row]) }
    return codes
  }
}
