import Catalogue
import Engine
import Periods

// The members that each kind of content adds to its object.
extension JSONWriter {
  static func members(of scalar: Scalar) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("kind", "scalar"), .init("unit", .string(scalar.unit.machineName)),
    ]
    if let period = scalar.period {
      members.append(.init("period", .string(period.description)))
    }
    members += through(scalar.through)
    members += self.members(of: scalar.cell, unit: scalar.unit)
    if let published = scalar.cell.published {
      members.append(.init("published", .string(published.description)))
    }
    if let comparison = scalar.comparison {
      let label = JSONValue.Member("label", .string(comparison.label))
      let cell = self.members(of: comparison.cell, unit: scalar.unit)
      members.append(.init("comparison", .object([label] + cell)))
    }
    return members
  }

  static func members(of points: Points) -> [JSONValue.Member] {
    let objects = points.points.map { point in
      JSONValue.object(
        [.init("period", .string(point.period.description))]
          + members(of: point.cell, unit: points.unit) + through(point.through)
      )
    }
    return [
      .init("kind", "series"),
      .init("unit", .string(points.unit.machineName)),
      .init(
        "frequency",
        .string(points.frequency.grain?.rawValue ?? points.frequency.label)
      ),
      .init("points", .array(objects)),
    ]
  }

  static func members(of table: Table) -> [JSONValue.Member] {
    let columns = table.columns.map { column in
      var members: [JSONValue.Member] = [.init("name", .string(column.name))]
      if let unit = column.unit { members.append(.init("unit", .string(unit.machineName))) }
      return JSONValue.object(members)
    }
    let rows = (0..<table.rowCount).map { row in
      JSONValue.array(table.columns.map { value(of: $0.values[row], unit: $0.unit) })
    }
    var members: [JSONValue.Member] = [
      .init("kind", "table"), .init("columns", .array(columns)), .init("rows", .array(rows)),
    ]
    if let total = table.total {
      let values = zip(total, table.columns).map { value(of: $0, unit: $1.unit) }
      members.append(.init("total", .array(values)))
    }
    let remarks = remarks(on: table)
    if !remarks.isEmpty { members.append(.init("remarks", .array(remarks))) }
    return members
  }

  static func members(of spells: Spells) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("kind", "periods")]
    if let unit = spells.unit { members.append(.init("unit", .string(unit.machineName))) }
    members += [
      .init("frequency", .string(spells.frequency.grain?.rawValue ?? spells.frequency.label)),
      .init("compared", .number("\(spells.compared)")),
      .init("withoutValue", .number("\(spells.withoutValue)")),
      .init("spells", .array(spells.spells.map { object(of: $0, unit: spells.unit) })),
    ]
    return members
  }

  private static func object(of spell: Spells.Spell, unit: Unit?) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("from", .string(spell.first.description)),
      .init("to", .string(spell.last.description)),
      .init("length", .number("\(spell.length)")),
      .init("open", .bool(spell.isOpen)),
    ]
    if let start = spell.start { members.append(.init("start", number(start, unit: unit))) }
    if let extreme = spell.extreme { members.append(.init("extreme", number(extreme, unit: unit))) }
    if let period = spell.extremePeriod {
      members.append(.init("extremePeriod", .string(period.description)))
    }
    return .object(members)
  }

  static func members(of check: Check) -> [JSONValue.Member] {
    [
      .init("kind", "check"),
      .init("holds", .bool(check.holds)),
      .init("relation", .string(check.relation)),
      .init("actual", number(check.actual, unit: check.unit)),
      .init("expected", number(check.expected, unit: check.unit)),
      .init("tolerance", number(Cell(check.tolerance), unit: check.unit)),
      .init("unit", .string(check.unit.machineName)),
    ]
  }

  // MARK: Cells

  private static func members(of cell: Cell, unit: Unit) -> [JSONValue.Member] {
    [.init("value", number(cell, unit: unit))] + state(of: cell)
  }

  private static func state(of cell: Cell) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("state", .string(cell.stateName))]
    if let reason = cell.reasonName { members.append(.init("reason", .string(reason))) }
    return members
  }

  private static func through(_ month: Month?) -> [JSONValue.Member] {
    month.map { [.init("through", .string($0.description))] } ?? []
  }

  private static func number(_ cell: Cell, unit: Unit?) -> JSONValue {
    guard let number = cell.number, let text = (unit ?? .ratio).machineText(number) else {
      return .null
    }
    return .number(text)
  }

  private static func value(of value: Table.Value, unit: Unit?) -> JSONValue {
    switch value {
    case .label(let text): .string(text)
    case .period(let period, _): .string(period.description)
    case .cell(let cell): number(cell, unit: unit)
    }
  }

  /// What a row of bare values cannot say: cells that are not simply published figures.
  private static func remarks(on table: Table) -> [JSONValue] {
    var remarks: [JSONValue] = []
    for row in 0..<table.rowCount {
      for (position, column) in table.columns.enumerated() {
        let members: [JSONValue.Member] =
          switch column.values[row] {
          case .label: []
          case .period(_, let month): through(month)
          case .cell(let cell): cell.state == .ok ? [] : state(of: cell)
          }
        guard !members.isEmpty else { continue }
        let place: [JSONValue.Member] = [
          .init("row", .number("\(row)")), .init("column", .number("\(position)")),
        ]
        remarks.append(.object(place + members))
      }
    }
    return remarks
  }
}
