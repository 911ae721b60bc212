import Catalogue
import Engine
import Periods

/// The figures of an answer as columns over one axis, before a form is chosen.
struct ChartContent {
  var positions: [Chart.Position] = []
  /// Months from one period to the next; nil where the positions are names.
  var step: Int?
  /// Columns that share the unit of the first.
  var columns: [Column] = []
  /// Two columns, maybe of different units, that may be set against each other.
  var relation: (horizontal: Column, vertical: Column)?
  /// Columns in other units, which would need a second axis.
  var leftOut: [String] = []
  /// The months that the incomplete periods hold, in words.
  var incomplete: [String] = []

  struct Column {
    var name: String
    var cells: [Cell]
    var unit: Unit
    var isChange = false
    var period: Period?
    var through: Month?
  }

  var isTime: Bool { step != nil }

  var unit: Unit { columns.first?.unit ?? .ratio }

  var isChange: Bool { columns.first?.isChange ?? false }

  /// Nil for numbers, checks, spells and text, and where no figure is known.
  init?(_ content: Answer.Content) {
    switch content {
    case .series(let points): self.init(points)
    case .table(let table): self.init(table)
    case .scalar, .periods, .check, .text: return nil
    }
    guard columns.contains(where: { $0.cells.contains(where: \.hasValue) }), unit != .truth else {
      return nil
    }
  }

  private init(_ points: Points) {
    positions = points.points.map { position($0.period, through: $0.through) }
    step = points.frequency.step
    columns = [
      Column(
        name: "",
        cells: points.points.map(\.cell),
        unit: points.unit,
        isChange: points.isChange
      )
    ]
  }

  private init(_ table: Table) {
    let all = table.columns.compactMap { column -> Column? in
      guard let unit = column.unit else { return nil }
      return Column(
        name: column.name,
        cells: column.values.map { value in
          if case .cell(let cell) = value { cell } else { .missing(.notLoaded) }
        },
        unit: unit,
        isChange: column.isChange,
        period: column.period,
        through: column.through
      )
    }
    columns = all.filter { $0.unit == all[0].unit && $0.isChange == all[0].isChange }
    // A share says the same as the figure beside it.
    let own = all.filter { $0.name != "share" || $0.unit != .percent }
    if own.count == 2 { relation = (own[0], own[1]) }
    leftOut = own.filter { $0.unit != all[0].unit || $0.isChange != all[0].isChange }.map(\.name)
    if columns.count == 1 { columns[0].name = "" }
    takePositions(of: table)
  }

  private mutating func takePositions(of table: Table) {
    var labels = table.columns.filter { $0.unit == nil }
    // What only comments on the rows does not tell them apart.
    if labels.count > 1 { labels.removeAll { ["basis", "published"].contains($0.name) } }
    let telling = labels.filter { Set($0.values.map(\.name)).count > 1 }
    if telling.count == 1 { labels = telling }
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
    step = ChartContent.step(of: months)
  }

  /// The smallest distance of months that follow each other; nil where they do not.
  private static func step(of months: [Month]) -> Int? {
    let distances = zip(months.dropFirst(), months).map { $0 - $1 }
    return distances.allSatisfy { $0 > 0 } ? distances.min() ?? 12 : nil
  }

  /// What tells the rows apart, where several columns name them.
  private mutating func rowNames(_ labels: [Table.Column]) -> [Chart.Position] {
    let texts = labels.map { column in column.values.map(\.name) }
    let telling = texts.filter { Set($0).count > 1 }
    return (0..<(columns.first?.cells.count ?? 0)).map { row in
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

extension ChartContent {
  /// The figures with time along the axis: as they are or, where columns are periods, turned.
  var overTime: ChartContent? {
    guard !isTime else { return self }
    let periods = columns.compactMap(\.period)
    guard columns.count > 1, periods.count == columns.count,
      let step = ChartContent.step(of: periods.map(\.start))
    else { return nil }
    var turned = self
    turned.relation = nil
    turned.step = step
    turned.positions = columns.enumerated().map { i, column in
      turned.position(periods[i], through: column.through)
    }
    turned.columns = positions.indices.map { row in
      Column(
        name: positions[row].label,
        cells: columns.map { $0.cells[row] },
        unit: unit,
        isChange: isChange
      )
    }
    return turned
  }

  /// The names of the columns; those of different periods go by these.
  var seriesNames: [String] {
    guard !isTime, overTime != nil else { return columns.map(\.name) }
    return columns.map { column in
      (column.period?.description ?? column.name) + (column.through == nil ? "" : "*")
    }
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
