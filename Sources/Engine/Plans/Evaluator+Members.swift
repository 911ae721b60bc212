import Catalogue
import Language
import Periods

// Ranking, filtering and contributions: what looks at members beside each other.
extension Evaluator {
  /// The members with the largest (or smallest) numbers, in that order.
  func ranked(_ ranking: RankingPlan) -> Panel {
    var panel = wide.run(ranking.key)
    guard !ranking.isAnew || panel.isScalar else {
      panel.columns.removeAll(where: \.isRest)
      return panel
    }
    let present = panel.columns.filter {
      $0.series.cells.contains(where: \.hasValue) && !$0.isRest
    }
    let values = present.map(\.rankingValue)
    let order = present.indices.sorted { left, right in
      guard values[left] != values[right] else { return present[left].name < present[right].name }
      return (values[left] > values[right]) == ranking.fromTop
    }
    panel.columns = order.prefix(ranking.count ?? order.count).map { present[$0] }
    return panel
  }

  func filtered(_ filter: Filter, _ panel: Panel) -> Panel {
    let tested = filter.tested.mapValues { plan in
      Dictionary(wide.run(plan).columns.map { ($0.members, $0.lastCell) }) { first, _ in first }
    }
    let ranks = Dictionary(
      uniqueKeysWithValues: panel.columns.filter { !$0.isRest }
        .sorted { ($1.rankingValue, $0.name) < ($0.rankingValue, $1.name) }
        .enumerated().map { ($0.element.members, $0.offset + 1) }
    )
    let total = panel.columns.compactMap(\.lastCell.number).reduce(0, +)
    var result = panel
    result.columns = panel.columns.filter { column in
      !column.isRest
        && holds(filter.condition) { key in
          switch key.kind {
          case .attribute: nil
          case .rank: ranks[column.members].map(Double.init)
          case .share: column.lastCell.number.map { 100 * $0 / total }
          case .value: column.lastCell.number
          case .transform: tested[key.name.text]?[column.members]?.number
          }
        } attribute: {
          attribute(key: $0, of: column)
        }
    }
    return result
  }

  private func holds(
    _ condition: Condition,
    _ number: (Condition.Key) -> Double?,
    attribute: (Condition.Key) -> String
  ) -> Bool {
    switch condition {
    case .both(let left, let right):
      return holds(left, number, attribute: attribute) && holds(right, number, attribute: attribute)
    case .either(let left, let right):
      return holds(left, number, attribute: attribute) || holds(right, number, attribute: attribute)
    case .not(let inner): return !holds(inner, number, attribute: attribute)
    case .member(let key, let values):
      return values.contains { $0.text.lowercased() == attribute(key).lowercased() }
    case .compare(let key, let relation, let value):
      if key.kind == .attribute {
        let isEqual = value.text.lowercased() == attribute(key).lowercased()
        return relation == .notEqual ? !isEqual : isEqual
      }
      guard let left = number(key), case .quantity(let quantity, _) = value else { return false }
      return Evaluator.holds(relation, left, quantity.value, nil)
    }
  }

  private func attribute(key: Condition.Key, of column: Panel.Column) -> String {
    if let member = column.members.first(where: { $0.dimension == key.name.text }) {
      return member.name
    }
    guard key.name.text == "region", let name = column.members.first?.name else { return "" }
    guard let place = facts.dataSet.places.first(where: { $0.name == name }) else { return "" }
    guard place.region.isEmpty, let member = place.memberCodes.first else { return place.region }
    return Place.known(member)?.region ?? ""
  }

  /// 100 × the change of each part over the base of the whole: in points of its growth.
  func contributions(_ plan: ContributionPlan) -> Panel {
    let evaluator = narrowed(reaching: plan.periods * plan.whole.kind.frequency.step)
    let whole = evaluator.run(plan.whole)
    guard let total = whole.columns.first?.series else { return whole }
    let members = evaluator.run(plan.parts).columns
    let parts = members.filter { !$0.isRest }.map { column in
      Panel.Column(
        column.members,
        column.series.map { number in
          let base = number - plan.periods
          return Cell.computed(
            from: [column.series[number], column.series[base], total[base]]
          ) { 100 * ($0[0] - $0[1]) / $0[2] }
        }
      )
    }
    guard let rest = members.first(where: \.isRest) else { return Panel(parts) }
    // Partners without figures at either end are in the rest, so that all add up to the whole.
    let remainder = total.map { number in
      let base = number - plan.periods
      let growth = Cell.computed(total[number], total[base]) { 100 * ($0 / $1 - 1) }
      let present = parts.map { $0.series[number] }.filter(\.hasValue)
      return Cell.computed(from: [growth] + present) { $0.dropFirst().reduce($0[0], -) }
    }
    return Panel(parts + [Panel.Column(rest.members, remainder)])
  }
}

extension Condition.Value {
  var text: String {
    switch self {
    case .name(let name): name.text
    case .quantity(let quantity, _): quantity.description
    }
  }
}

extension Panel.Column {
  /// The last cell with a value, or the last.
  var lastCell: Cell {
    series.lastNumber.map { series[$0] } ?? series.cells.last ?? .missing(.notLoaded)
  }

  /// What a member is ranked by: its one value, or the sum of a window.
  var rankingValue: Double {
    series.cells.count == 1
      ? lastCell.number ?? -.infinity : series.cells.compactMap(\.number).reduce(0, +)
  }

  /// The members' names, joined.
  package var name: String { members.map(\.name).joined(separator: " · ") }
}
