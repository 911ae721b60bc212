import Catalogue
import Engine
import Periods

extension Sheet {
  init(_ table: Table) {
    let formats = table.formats
    let labels = Set(formats.compactMap { $0?.unitLabel })
    // Estimates have no unit in common.
    let isEstimate = table.columns.contains { $0.significantDigits != nil }
    unit = labels.count == 1 && !isEstimate ? labels.first : nil
    let isWide = table.columns.count(where: \.isNumeric) > 2
    let rows = table.shownRows.filter { !isWide || !table.isEmptyMember($0) }
    let isAlone = table.columns.count(where: \.isNumeric) == 1
    var legend = Legend()
    let isEmpty = table.columns.map { Sheet.isEmpty($0, rows) }
    let isBare = zip(table.columns, isEmpty).allSatisfy { !$0.isNumeric || $1 }
    let hidden = isEmpty.map { $0 && isWide && !isBare }
    for (column, (format, isHidden)) in zip(table.columns, zip(formats, hidden)) where !isHidden {
      var header = [column.name]
      if labels.count > 1 {
        let isPlain = isEstimate && column.unit == .ratio
        header.append(isPlain ? "" : format?.unitLabel ?? "")
      }
      let cells = rows.map { row in
        Sheet.cell(
          column.values[row],
          format?.showing(column.significantDigits, of: column.values[row]),
          at: table.place(row, column, isAlone: isAlone),
          &legend
        )
      }
      columns.append(
        Column(
          header: header,
          isNumeric: column.isNumeric,
          cells: cells,
          numbers: rows.map { column.values[$0].number }
        )
      )
    }
    total = table.total.map { values in
      zip(values, zip(formats, hidden)).filter { !$1.1 }.map { value, column in
        Sheet.cell(value, column.0, at: "total", &legend)
      }
    }
    self.legend = legend.lines
    leave(out: zip(table.columns, hidden).filter(\.1).map(\.0.name), "column")
    let unseen = table.shownRows.filter { isWide && table.isEmptyMember($0) }
    leave(out: unseen.map { table.columns[0].values[$0].label }, "row")
    shownRows = rows
  }

  /// True for a column of figures that holds none.
  private static func isEmpty(_ column: Table.Column, _ rows: [Int]) -> Bool {
    column.isNumeric
      && rows.allSatisfy { row in
        column.values[row].isMissing
      }
  }

  private mutating func leave(out names: [String], _ kind: String) {
    guard !names.isEmpty else { return }
    let named = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    let kind = names.count == 1 ? kind : kind + "s"
    legend.append("left out: \(names.count) \(kind) without any figure (\(named))")
  }

  private static func cell(
    _ value: Table.Value,
    _ format: NumberFormat?,
    at label: String,
    _ legend: inout Legend
  ) -> Cell {
    switch value {
    case .label(let text): return Cell(text: text)
    case .period(let period, let month):
      let mark = legend.mark(for: period, through: month)
      return Cell(text: period.description, mark: mark, role: .label)
    case .cell(let cell):
      guard let format else { return Cell(text: "") }
      return legend.cell(cell, format, at: label)
    }
  }
}

extension Table {
  /// True for the row of a member of whom there is no figure at all.
  fileprivate func isEmptyMember(_ row: Int) -> Bool {
    guard case .label = columns.first?.values[row] else { return false }
    return columns.allSatisfy { $0.unit == nil || $0.values[row].isMissing }
  }

  /// The rows of the window or, of a time table without one, the latest.
  fileprivate var shownRows: Range<Int> {
    guard !hasWindow, case .period = columns.first?.values.first else { return 0..<rowCount }
    return max(0, rowCount - Points.latestCount)..<rowCount
  }

  /// The format of every column of numbers; columns of the same unit share their scale.
  fileprivate var formats: [NumberFormat?] {
    var largest: [Unit: Double] = [:]
    for column in columns {
      guard let unit = column.unit else { continue }
      for row in shownRows {
        guard case .cell(let cell) = column.values[row], let number = cell.number else { continue }
        guard number.isFinite else { continue }
        largest[unit] = max(largest[unit] ?? 0, number.magnitude)
      }
    }
    return columns.map { column in
      column.unit.map {
        NumberFormat($0, largest: largest[$0] ?? 0, isChange: column.isChange)
      }
    }
  }

  /// How the legend names a figure: by its row, and by its column where several share a period.
  fileprivate func place(_ row: Int, _ column: Column, isAlone: Bool) -> String {
    switch columns.first?.values[row] {
    case .label(let text): return text
    case .period(let period, _): return isAlone ? period.description : "\(column.name) \(period)"
    case .cell, nil: return "row \(row + 1)"
    }
  }
}

extension Table.Column {
  fileprivate var isNumeric: Bool {
    if case .cell = values.first { true } else { unit != nil }
  }
}

extension NumberFormat {
  /// The format with so many significant digits of the number in a cell; as it is without any.
  fileprivate func showing(_ digits: Int?, of value: Table.Value) -> NumberFormat {
    guard let digits, case .cell(let cell) = value, let number = cell.number, number.isFinite else {
      return self
    }
    var copy = self
    var size = abs(number)
    var places = digits - 1
    while size >= 10, places > 0 {
      size /= 10
      places -= 1
    }
    while size < 1, size > 0, places < 12 {
      size *= 10
      places += 1
    }
    copy.decimals = number == 0 ? 0 : places
    return copy
  }
}

extension Table.Value {
  /// True where there is no figure, for whatever reason.
  fileprivate var isMissing: Bool {
    if case .cell(let cell) = self, case .missing = cell.state { true } else { false }
  }

  fileprivate var label: String {
    if case .label(let text) = self { text } else { "" }
  }
}
