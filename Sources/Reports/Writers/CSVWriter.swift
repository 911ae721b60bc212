import Catalogue
import Engine
import Guidance
import Periods

/// Writes comma-separated values after RFC 4180: full precision, one row a figure, no layout.
///
/// Every row says by itself what it is: the last columns hold the reading and the source. Text that a spreadsheet would run as a formula is disarmed by an apostrophe before it.
package enum CSVWriter: Writer {
  package static let entry = Entry(
    "csv",
    category: .form,
    summary: "Writes the answer as comma-separated values for spreadsheets.",
    searchTerms: ["excel", "spreadsheet", "comma"],
    examples: ["exports in 2025 as csv"]
  )

  package static let lineEnding = "\r\n"

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    let reading = field(readingLine(of: answer, unit: nil))
    let source = field(sourceText(of: answer))
    let records = records(of: answer.content).enumerated().map { i, record in
      if case .text = answer.content { return record }
      return record + (i == 0 ? ["reading", "source"] : [reading, source])
    }
    return StyledText(records.map { StyledText.Line($0.joined(separator: ",")) })
  }

  private static func records(of content: Answer.Content) -> [[String]] {
    switch content {
    case .scalar(let scalar):
      let period = scalar.period?.description ?? ""
      return [figureHeader, figure(scalar.cell, period: period, unit: scalar.unit)]
    case .series(let points):
      return [figureHeader]
        + points.points.map { figure($0.cell, period: $0.period.description, unit: points.unit) }
    case .table(let table): return records(of: table)
    case .periods(let spells): return records(of: spells)
    case .check(let check):
      return [
        ["holds", "actual", "relation", "expected", "tolerance", "unit"],
        [
          check.holds ? "true" : "false",
          number(check.actual, unit: check.unit),
          check.relation,
          number(check.expected, unit: check.unit),
          number(Cell(check.tolerance), unit: check.unit),
          field(check.unit.machineName),
        ],
      ]
    case .text(let lines): return [["text"]] + lines.map { [field($0)] }
    }
  }

  // MARK: Figures

  private static let figureHeader = ["period", "value", "unit", "state", "reason"]

  private static func figure(_ cell: Cell, period: String, unit: Unit) -> [String] {
    [
      period, number(cell, unit: unit), field(unit.machineName), cell.stateName,
      cell.reasonName ?? "",
    ]
  }

  // Totals are left out: whoever adds the column up would count them twice.
  private static func records(of table: Table) -> [[String]] {
    let header = table.columns.map { column in
      field(column.unit.map { "\(column.name) (\($0.machineName))" } ?? column.name)
    }
    let rows = (0..<table.rowCount).map { row in
      let values = table.columns.map { column in
        switch column.values[row] {
        case .label(let text): field(text)
        case .period(let period, _): period.description
        case .cell(let cell): number(cell, unit: column.unit ?? .ratio)
        }
      }
      return values + [field(remarks(on: row, of: table))]
    }
    return [header + ["remarks"]] + rows
  }

  /// What a row of bare values cannot say: `exports: derived; share: missing (no-rate)`.
  private static func remarks(on row: Int, of table: Table) -> String {
    let remarks = table.columns.compactMap { column -> String? in
      switch column.values[row] {
      case .period(_, let month?): return "through \(month)"
      case .cell(let cell) where cell.state != .ok:
        let reason = cell.reasonName.map { " (\($0))" } ?? ""
        return "\(column.name): \(cell.stateName)\(reason)"
      default: return nil
      }
    }
    return remarks.joined(separator: "; ")
  }

  private static func records(of spells: Spells) -> [[String]] {
    let unit = spells.unit ?? .ratio
    let header = ["from", "to", "length", "open", "start", "extreme", "extreme period", "unit"]
    let rows = spells.spells.map { spell in
      [
        spell.first.description, spell.last.description, "\(spell.length)",
        spell.isOpen ? "true" : "false",
        spell.start.map { number($0, unit: unit) } ?? "",
        spell.extreme.map { number($0, unit: unit) } ?? "",
        spell.extremePeriod?.description ?? "",
        field(spells.unit?.machineName ?? ""),
      ]
    }
    return [header] + rows
  }

  // MARK: Fields

  private static func number(_ cell: Cell, unit: Unit) -> String {
    cell.number.flatMap(unit.machineText) ?? ""
  }

  /// A field of text, quoted where its characters would end it and disarmed where it would compute.
  ///
  /// Text that is a number as it stands, such as `-3.5`, stays one.
  static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, formulaStarts.contains(first),
      Double(text)?.isFinite != true
    {
      text = "'" + text
    }
    let special: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]
    guard text.unicodeScalars.contains(where: special.contains) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The wide forms compute in spreadsheets of East Asia.
  private static let formulaStarts = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)
}
