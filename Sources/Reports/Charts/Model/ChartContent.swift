import Catalogue
import Engine
import Periods

/// The figures of an answer as columns over one axis, before a form is chosen.
struct ChartContent {
  var positions: [Chart.Position] = []
  /// Months from one period to the next; nil where the positions are names.
  var step: Int?
  var names: [String] = []
  /// A column for each name.
  var cells: [[Cell]] = []
  var unit = Unit.ratio
  var isChange = false
  /// The months that the incomplete periods hold, in words.
  var incomplete: [String] = []
  /// True where the columns are periods and the rows are members.
  var hasPeriodColumns = false

  init(_ points: Points) {
    positions = points.points.map { position($0.period, through: $0.through) }
    step = points.frequency.step
    names = [""]
    cells = points.points.isEmpty ? [] : [points.points.map(\.cell)]
    unit = points.unit
    isChange = points.isChange
  }

  /// The columns of figures that share the unit of the first; others would need a second axis.
  init?(_ table: Table) {
    guard table.rowCount > 0 else { return nil }
    guard let first = table.columns.first(where: { $0.unit != nil }), let unit = first.unit
    else { return nil }
    self.unit = unit
    isChange = first.isChange
    for column in table.columns where column.unit == unit && column.isChange == isChange {
      names.append(column.name)
      cells.append(
        column.values.map { value in
          if case .cell(let cell) = value { cell } else { .missing(.notLoaded) }
        }
      )
    }
    hasPeriodColumns = names.count > 1 && names.allSatisfy { $0.first?.isNumber == true }
    if names.count == 1 { names = [""] }
    takePositions(of: table)
  }

  private mutating func takePositions(of table: Table) {
    let labels = table.columns.filter { $0.unit == nil }
    if labels.count == 1, let values = labels.first?.values {
      positions = values.map { value in
        switch value {
        case .period(let period, let through): position(period, through: through)
        case .label(let text): Chart.Position(text)
        case .cell: Chart.Position("")
        }
      }
    } else {
      positions = rowNames(labels)
    }
    let months = positions.compactMap(\.month)
    guard labels.count == 1, months.count == positions.count else { return }
    let distances = zip(months.dropFirst(), months).map { $0 - $1 }
    guard distances.allSatisfy({ $0 > 0 }) else { return }
    step = distances.min() ?? 12
  }

  /// What tells the rows apart, where several columns name them.
  private mutating func rowNames(_ labels: [Table.Column]) -> [Chart.Position] {
    let texts = labels.map { column in column.values.map(\.name) }
    let telling = texts.filter { Set($0).count > 1 }
    return (0..<(cells.first?.count ?? 0)).map { row in
      var isIncomplete = false
      for column in labels {
        guard case .period(let period, let month?) = column.values[row] else { continue }
        isIncomplete = true
        note(period, through: month)
      }
      return Chart.Position(
        telling.map { $0[row] }.joined(separator: " "),
        isIncomplete: isIncomplete
      )
    }
  }

  private mutating func position(_ period: Period, through month: Month?) -> Chart.Position {
    if let month { note(period, through: month) }
    return Chart.Position(
      period.description,
      month: period.start,
      isIncomplete: month != nil
    )
  }

  private mutating func note(_ period: Period, through month: Month) {
    let label = Period(from: period.start, through: max(month, period.start)).label
    if !incomplete.contains(label) { incomplete.append(label) }
  }
}

extension Table.Value {
  fileprivate var name: String {
    switch self {
    case .label(let text): text
    case .period(let period, _): period.description
    case .cell: ""
    }
  }
}
