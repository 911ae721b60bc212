import Catalogue
import Engine
import Periods

/// What stands in a table for a paper, before it is written out.
struct LaTeXTable {
  var caption: String
  var columns: [Sheet.Column]
  var total: [Sheet.Cell]?
  var remarks: [(label: String, text: String)] = []

  var rowCount: Int { columns.first?.cells.count ?? 0 }
  var headerHeight: Int { columns.map(\.header.count).max() ?? 0 }

  init(_ answer: Answer) {
    let sheet = Sheet(answer.content)
    caption = readingLine(of: answer, unit: sheet.unit)
    columns = sheet.columns
    total = sheet.total
    var legend = sheet.legend
    switch answer.content {
    case .scalar(let scalar): (columns, legend) = LaTeXTable.columns(of: scalar)
    case .check(let check): columns = LaTeXTable.columns(of: check)
    case .series(let points) where points.shown.count < points.points.count:
      legend.append("the latest \(points.shown.count) of \(points.points.count) periods")
    default:
      if columns.isEmpty {
        columns = [
          Sheet.Column(header: [""], isNumeric: false, cells: [Sheet.Cell(text: sheet.summary)])
        ]
      }
    }
    for line in legend { remarks.append(("", line)) }
    for sentence in answer.context { remarks.append(("", sentence)) }
    for note in answer.notes { remarks.append(("Note", note.text)) }
    let source = sourceText(of: answer)
    if !source.isEmpty { remarks.append(("Source", source)) }
  }

  /// A number below its period, and the number that it compares with.
  private static func columns(of scalar: Scalar) -> ([Sheet.Column], [String]) {
    let format = scalar.format
    var legend = Legend()
    let name = scalar.period?.label ?? "value"
    var periods = [
      Sheet.Cell(
        text: name,
        mark: scalar.period.map { legend.mark(for: $0, through: scalar.through) } ?? ""
      )
    ]
    var values = [legend.cell(scalar.cell, format, at: name)]
    if let comparison = scalar.comparison, comparison.cell.hasValue {
      periods.append(Sheet.Cell(text: comparison.label))
      values.append(legend.cell(comparison.cell, format, at: comparison.label))
    }
    let columns = [
      Sheet.Column(header: ["period"], isNumeric: false, cells: periods),
      Sheet.Column(header: ["value"], isNumeric: true, cells: values),
    ]
    return (columns, legend.lines)
  }

  private static func columns(of check: Check) -> [Sheet.Column] {
    let format = check.format
    func column(_ header: String, _ text: String, isNumeric: Bool = false) -> Sheet.Column {
      Sheet.Column(header: [header], isNumeric: isNumeric, cells: [Sheet.Cell(text: text)])
    }
    return [
      column("value", format.text(check.actual), isNumeric: true),
      column("", check.relation),
      column("expected", format.text(check.expected), isNumeric: true),
      column("holds", check.holds ? "yes" : "no"),
    ]
  }
}

/// Who issued the figures and where all of them were found: `China Customs (GACC), via menafn.com`.
func sourceText(of answer: Answer) -> String {
  var publishers: [String] = []
  for source in answer.sources where !publishers.contains(source.publisher) {
    publishers.append(source.publisher)
  }
  publishers.removeAll(where: answer.issuers.contains)
  let found = publishers.joined(separator: ", ")
  let issuers = answer.issuers.joined(separator: ", ")
  guard !issuers.isEmpty, !found.isEmpty else { return issuers + found }
  return "\(issuers), via \(found)"
}
