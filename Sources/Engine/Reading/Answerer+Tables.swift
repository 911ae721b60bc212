import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// A panel with members as a table.
  func table(_ outcome: Outcome, _ plan: Plan, _ query: Query) -> Table {
    let panel = outcome.panel
    let unit = plan.kind.unit ?? .ratio
    if let grid = panel.grid, outcome.partial == nil, let table = table(grid, plan, query) {
      return table
    }
    if panel.isScalar {
      let addsTotal = query.presentation.extras.contains(.total)
      return members(panel, plan, unit, outcome, addsTotal: addsTotal)
    }
    if let ranking = plan.rankingAnew { return rankedAnew(panel, ranking, unit, outcome) }
    let columns = panel.columns
    guard let first = columns.map(\.series.first).min(), let end = columns.map(\.series.end).max()
    else { return Table([]) }
    let numbers = (first..<end).filter { number in
      columns.contains { $0.series[number].isInformative }
    }
    let frequency = panel.frequency
    let periods = numbers.map { frequency.period($0) }
    let isTransposed = columns.count > 6 && periods.count <= 12
    guard isTransposed else {
      let time = Table.Column(
        frequency.grain?.rawValue ?? "period",
        values: periods.map { .period($0, through: outcome.through($0)) }
      )
      let values = columns.map { column in
        Table.Column(
          column.name,
          unit: unit,
          values: numbers.map { .cell(column.series[$0]) },
          isChange: plan.isChange
        )
      }
      return Table([time] + values, hasWindow: query.expression.hasWindow)
    }
    let ordered = columns.ranked
    let names = Table.Column(
      plan.kind.dimensions.joined(separator: ", "),
      values: ordered.map { .label($0.name) }
    )
    let values = zip(numbers, periods).map { number, period in
      Table.Column(
        outcome.through(period).map { "\(period)* to \($0)" } ?? period.description,
        unit: unit,
        values: ordered.map { .cell($0.series[number]) },
        isChange: plan.isChange,
        period: period,
        through: outcome.through(period)
      )
    }
    return Table([names] + values)
  }

  /// The first members of each period, ranked anew.
  private func rankedAnew(
    _ panel: Panel,
    _ ranking: RankingPlan,
    _ unit: Unit,
    _ outcome: Outcome
  ) -> Table {
    var periods: [Table.Value] = []
    var ranks: [Table.Value] = []
    var names: [Table.Value] = []
    var values: [Table.Value] = []
    let numbers = panel.columns.flatMap(\.series.numbers)
    for number in Set(numbers).sorted() {
      let period = panel.frequency.period(number)
      let ranked = panel.columns.filter { $0.series[number].hasValue }.sorted { left, right in
        let pair = (left.series[number].value, right.series[number].value)
        guard pair.0 != pair.1 else { return left.name < right.name }
        return ranking.fromTop ? pair.0 > pair.1 : pair.0 < pair.1
      }
      for (rank, column) in ranked.prefix(ranking.count ?? ranked.count).enumerated() {
        periods.append(.period(period, through: outcome.through(period)))
        ranks.append(.label("\(rank + 1)"))
        names.append(.label(column.name))
        values.append(.cell(column.series[number]))
      }
    }
    return Table([
      Table.Column(panel.frequency.grain?.rawValue ?? "period", values: periods),
      Table.Column("rank", values: ranks),
      Table.Column(ranking.dimension, values: names),
      Table.Column(ranking.key.valueName, unit: unit, values: values),
    ])
  }

  /// One number for each member: largest first, what is left last, with shares and a total.
  private func members(
    _ panel: Panel,
    _ plan: Plan,
    _ unit: Unit,
    _ outcome: Outcome,
    addsTotal: Bool
  ) -> Table {
    let present = panel.columns.filter { $0.series.cells.first?.isInformative == true }
    let ordered =
      plan.isRanked || plan.isWritten
      ? present
      : present.ranked
    let dimension = plan.kind.dimensions.joined(separator: ", ")
    var columns = [
      Table.Column(dimension, values: ordered.map { .label($0.name) }),
      Table.Column(
        plan.valueName,
        unit: unit,
        values: ordered.map { .cell($0.series.cells[0]) },
        isChange: plan.isChange
      ),
    ]
    guard plan.kind.nature != .growth || unit == .percentagePoints, !plan.isRanked || plan.addsUp
    else { return Table(columns) }
    let cells = ordered.map { $0.series.cells[0] }
    guard plan.addsUp, let total = total(of: cells, plan) else { return Table(columns) }
    if !plan.kind.isSigned, unit != .percentagePoints,
      plan.kind.nature == .flow || plan.accumulates != nil
    {
      columns.append(
        Table.Column(
          "share",
          unit: .percent,
          values: cells.map { cell in
            .cell(Cell.computed(cell, total) { 100 * $0 / $1 })
          }
        )
      )
    }
    guard !plan.isRanked || addsTotal, !plan.isWritten else { return Table(columns) }
    var last: [Table.Value] = [.label("total"), .cell(total)]
    if columns.count == 3 { last.append(.cell(total.with(value: 100))) }
    return Table(columns, total: last)
  }

  /// What the members are parts of: the whole that was scanned, else their sum.
  func total(of cells: [Cell], _ plan: Plan) -> Cell? {
    if case .contributions(let contributions)? = plan.contributionStep {
      let whole = Plan(.contributions(contributions.forWhole), plan.kind)
      let panel = evaluator.outcome(of: plan.replacingContributions(by: whole)).panel
      return panel.columns.first?.series.cells.first
    }
    if let whole = plan.wholePlan {
      return evaluator.outcome(of: whole).panel.columns.first?.series.cells.first
    }
    let present = cells.filter(\.hasValue)
    guard !present.isEmpty else { return nil }
    return Cell.computed(from: present) { $0.reduce(0, +) }
  }

  /// The mean of each month or quarter of the calendar.
  func seasonal(_ series: Series, _ unit: Unit) -> Table {
    let labels = series.numbers.map { number -> Table.Value in
      let period = series.period(number)
      return .label(
        series.frequency.grain == .month
          ? period.start.abbreviation : "Q\((period.start.number + 2) / 3)"
      )
    }
    return Table([
      Table.Column(series.frequency.grain?.rawValue ?? "period", values: labels),
      Table.Column("average", unit: unit, values: series.cells.map { .cell($0) }),
    ])
  }

  /// Applies `sorted by`, `limit` and `with` to a table.
  func arrange(_ answer: inout Answer, _ presentation: Presentation) throws(Diagnostic) {
    guard presentation.sort != nil || presentation.limit != nil else { return }
    guard case .table(var table) = answer.content else {
      throw Diagnostic(
        "needs-table",
        "only a table can be sorted or limited",
        at: presentation.sort?.column.span,
        notes: ["as in `exports by partner 2024 limit 5`"]
      )
    }
    if let sort = presentation.sort {
      guard let column = table.columns.first(where: { $0.name == sort.column.text }) else {
        throw Diagnostic(
          "needs-column",
          "there is no column '\(sort.column.text)' here",
          at: sort.column.span
        ).suggesting(sort.column.text, from: table.columns.map(\.name))
      }
      let order = column.values.indices.sorted { left, right in
        let isBefore = column.values[left].precedes(column.values[right])
        let isAfter = column.values[right].precedes(column.values[left])
        guard isBefore || isAfter else { return left < right }
        return sort.descending ? isAfter : isBefore
      }
      table.reorder(order)
    }
    if let limit = presentation.limit { table.reorder(Array(0..<min(limit, table.rowCount))) }
    answer.content = .table(table)
  }
}

extension [Panel.Column] {
  /// Largest first, by name where equal, what is left of the whole last.
  fileprivate var ranked: [Panel.Column] {
    let keys = map { (isRest: $0.isRest, value: $0.rankingValue, name: $0.name) }
    return indices.sorted { left, right in
      let (left, right) = (keys[left], keys[right])
      guard left.isRest == right.isRest else { return right.isRest }
      return left.value == right.value ? left.name < right.name : left.value > right.value
    }.map { self[$0] }
  }
}

extension Table {
  /// Keeps the rows at these positions, in their order.
  mutating func reorder(_ rows: [Int]) {
    for index in columns.indices {
      columns[index].values = columns[index].values.at(rows)
    }
  }
}

extension Table.Value {
  func precedes(_ other: Table.Value) -> Bool {
    switch (self, other) {
    case (.label(let left), .label(let right)): left < right
    case (.period(let left, _), .period(let right, _)): left < right
    case (.cell(let left), .cell(let right)):
      (left.number ?? -.infinity) < (right.number ?? -.infinity)
    default: false
    }
  }
}
