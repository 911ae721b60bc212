import Catalogue
import Language
import Periods

// Tables of numbers in one array: columns of codes and numbers, nothing made row by row.
extension Answerer {
  /// The table of a grid; nil where it takes the columns one by one.
  func table(_ grid: Grid, _ plan: Plan, _ query: Query) -> Table? {
    guard !grid.axes.isEmpty, grid.count > 0, plan.rankingAnew == nil else { return nil }
    let unit = plan.kind.unit ?? .ratio
    guard !plan.kind.isScalar else {
      return grid.axes.count > 1 ? long(grid, plan, unit) : ranked(grid, plan, unit)
    }
    return overTime(grid, plan, unit, query)
  }

  /// One row for every combination of several dimensions, in the order of their members.
  private func long(_ grid: Grid, _ plan: Plan, _ unit: Unit) -> Table {
    let rows = grid.rows
    var columns = zip(grid.axes, rows.codes).map { axis, codes in
      Table.Column(axis.dimension, values: Table.Values(names: axis.names, codes: codes))
    }
    columns.append(
      Table.Column(
        plan.valueName,
        unit: unit,
        values: Table.Values(grid.values(at: rows.places), template: grid.template),
        isChange: plan.isChange
      )
    )
    return Table(columns)
  }

  /// One row for each member, largest first, with shares and a total where members add up.
  private func ranked(_ grid: Grid, _ plan: Plan, _ unit: Unit) -> Table? {
    guard !plan.isRanked, !plan.isWritten else { return nil }
    let rows = grid.rows
    let (names, codes) = (grid.axes[0].names, rows.codes[0])
    let values = grid.values(at: rows.places)
    // Pairs lie side by side, which sorts faster than looking values up; those without meaning last.
    var pairs = zip(values, codes.indices).map { (value: $0.isNaN ? -.infinity : $0, row: $1) }
    pairs.sort { left, right in
      guard left.value == right.value else { return left.value > right.value }
      return names[Int(codes[left.row])] < names[Int(codes[right.row])]
    }
    let order = pairs.map(\.row)
    let ordered = order.map { values[$0] }
    var columns = [
      Table.Column(
        grid.axes[0].dimension,
        values: Table.Values(names: names, codes: order.map { codes[$0] })
      ),
      Table.Column(
        plan.valueName,
        unit: unit,
        values: Table.Values(ordered, template: grid.template),
        isChange: plan.isChange
      ),
    ]
    guard plan.addsUp, unit != .percentagePoints else { return Table(columns) }
    let cells = ordered.map { grid.template.holding($0) }
    guard let total = total(of: cells, plan) else { return Table(columns) }
    var last: [Table.Value] = [.label("total"), .cell(total)]
    if !plan.kind.isSigned, plan.kind.nature == .flow || plan.accumulates != nil {
      let shares = ordered.map { 100 * $0 / total.value }
      columns.append(
        Table.Column("share", unit: .percent, values: Table.Values(shares, template: grid.template))
      )
      last.append(.cell(total.with(value: 100)))
    }
    return Table(columns, total: last)
  }

  /// One row a period and a column a member or, of many members in few periods, the other way round.
  private func overTime(_ grid: Grid, _ plan: Plan, _ unit: Unit, _ query: Query) -> Table {
    let periods = (grid.first..<grid.first + grid.count).map { grid.frequency.period($0) }
    var names: [String] = []
    var series: [[Double]] = []
    let codes = grid.rows.codes
    grid.forEachSeries { row, values in
      let members = zip(grid.axes, codes).map { $0.names[Int($1[row])] }
      names.append(members.count == 1 ? members[0] : members.joined(separator: " · "))
      series.append(Array(values))
    }
    guard names.count > 6, periods.count <= 12 else {
      let time = Table.Column(
        grid.frequency.grain?.rawValue ?? "period",
        values: periods.map { .period($0, through: nil) }
      )
      let columns = zip(names, series).map { name, values in
        Table.Column(
          name,
          unit: unit,
          values: Table.Values(values, template: grid.template),
          isChange: plan.isChange
        )
      }
      return Table([time] + columns, hasWindow: query.expression.hasWindow)
    }
    let sums = series.map { $0.reduce(0) { $1.isFinite ? $0 + $1 : $0 } }
    let order = names.indices.sorted { (left: Int, right: Int) -> Bool in
      sums[left] == sums[right] ? names[left] < names[right] : sums[left] > sums[right]
    }
    let labels = Table.Column(
      plan.kind.dimensions.joined(separator: ", "),
      values: order.map { .label(names[$0]) }
    )
    let columns = periods.enumerated().map { position, period in
      Table.Column(
        period.description,
        unit: unit,
        values: Table.Values(order.map { series[$0][position] }, template: grid.template),
        isChange: plan.isChange
      )
    }
    return Table([labels] + columns)
  }
}
