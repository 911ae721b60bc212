import Engine

// Small drawings within a table, for `with chart`.
extension Sheet {
  /// The columns that a bar within a table takes at most.
  private static let longest = 16

  /// Adds a line of bars over the periods to each row, or one below each column where rows are
  /// periods; to members with one figure a bar.
  mutating func addChart(_ table: Table) {
    let figures = table.columns.filter { $0.unit != nil }
    guard let first = figures.first, table.rowCount > 1 else { return }
    if figures.count > 2, figures.allSatisfy({ $0.period != nil }) {
      addTrends(of: figures)
    } else if case .period = table.columns.first?.values.first {
      addTrendRow()
    } else {
      addBars(of: first)
    }
  }

  private mutating func addTrends(of figures: [Table.Column]) {
    let cells = shownRows.map { row in
      let values = figures.map { $0.through == nil ? $0.values[row].number : nil }
      return Cell(text: sparkline(values, width: Sheet.longest), role: .number)
    }
    let blank = total.map { _ in Cell(text: "") }
    columns.append(Column(header: ["trend"], isNumeric: false, cells: cells))
    if let blank { total?.append(blank) }
  }

  /// Below each column of figures a line of bars as wide as the figures.
  private mutating func addTrendRow() {
    guard total == nil, rowCount > 2 else { return }
    total = columns.map { column in
      guard column.isNumeric else { return Cell(text: "trend", role: .label) }
      let width = column.cells.map { displayWidth($0.text) }.max() ?? 0
      let bars = sparkline(column.numbers, width: min(Sheet.longest, width))
      return Cell(text: bars, role: .number)
    }
  }

  private mutating func addBars(of column: Table.Column) {
    let values = shownRows.map { column.values[$0].number }
    let largest = values.compactMap { $0?.magnitude }.max() ?? 0
    guard largest > 0 else { return }
    let cells = values.map { value -> Cell in
      guard let value else { return Cell(text: "") }
      let eighths = Int((value.magnitude / largest * Double(Sheet.longest) * 8).rounded())
      let full = String(repeating: value < 0 ? "▒" : "█", count: eighths / 8)
      let rest = value < 0 ? "" : ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
      return Cell(text: full + rest, role: value < 0 ? .secondSeries : .firstSeries)
    }
    let blank = total.map { _ in Cell(text: "") }
    columns.append(Column(header: [""], isNumeric: false, cells: cells))
    if let blank { total?.append(blank) }
    if values.contains(where: { ($0 ?? 0) < 0 }) { legend.append("▒ below zero") }
  }
}

extension Table.Value {
  var number: Double? {
    if case .cell(let cell) = self { cell.number } else { nil }
  }
}
