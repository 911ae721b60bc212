import Catalogue
import Language
import Periods

/// Runs plans on a source of facts.
///
/// Figures are fetched over their full history and the window is applied last, so that a transform
/// never looks into a gap that the window made.
package struct Evaluator: Sendable {
  let facts: any FactSource

  /// How many months of an incomplete period there are: with it, every period of that grain counts
  /// only those months, so that an incomplete year is compared with the same months of others.
  var alignment: Alignment?

  /// The months that flows add up for each period, set by `ytd` and its like.
  var accumulation: Accumulation?

  /// Asked before each fetch; with true, nothing is fetched any more, and the result is void.
  var isCancelled: @Sendable () -> Bool = { false }

  /// Which months the result will be looked at for; only tables narrow it, because beside one number
  /// its history is told.
  var narrowing: Narrowing = .none
  var isTable = false

  package struct Alignment: Hashable, Sendable {
    package var grain: Grain
    package var months: Int
  }

  package init(_ facts: any FactSource) { self.facts = facts }

  package func run(_ plan: Plan) -> Panel {
    switch plan.step {
    case .facts(let scan): return panel(of: scan)
    case .number(let value): return .number(Cell(value))
    case .sum(let plans): return Panel.sum(plans.map(run))
    case .columns(let columns): return side(by: columns)
    case .arithmetic(let sign, let left, let right):
      return combine(sign, left, right)
    case .negative(let inner):
      return run(inner).map { $0.mapValues { -$0 } }
    case .transformed(let transform, let inner):
      var panel = transformed(transform, inner)
      panel.isScalar = plan.kind.isScalar
      return panel
    case .share(let part, let whole):
      return run(part).combined(with: run(whole)) { part, whole in
        Cell.computed(part, whole) { 100 * $0 / $1 }
      }
    case .aggregated(let aggregate, let inner):
      let frequency = inner.kind.frequency
      if aggregate == Total.self, let panel = total(of: inner, frequency) { return panel }
      return aggregated(aggregate, wide.run(inner), frequency: frequency)
    case .windowed(let window, let inner): return windowed(window, inner)
    case .seasonal(let grain, let inner): return seasonal(grain, wide.run(inner))
    case .filtered(let filter, let inner): return filtered(filter, wide.run(inner))
    case .ranked(let ranking): return ranked(ranking)
    case .contributions(let contributions): return self.contributions(contributions)
    case .called(let function, let arguments): return function.run(arguments.map(wide.run))
    case .compared(let relation, let left, let right, let tolerance):
      return compare(relation, left, right, tolerance)
    case .both(let left, let right):
      return run(left).combined(with: run(right)) { Evaluator.logical($0, $1, and: true) }
    case .either(let left, let right):
      return run(left).combined(with: run(right)) { Evaluator.logical($0, $1, and: false) }
    case .negated(let inner):
      return run(inner).map { $0.mapValues { 1 - $0 } }
    }
  }

  // MARK: Steps

  private func side(by columns: [(member: Member, plan: Plan)]) -> Panel {
    var result = Panel([])
    for (member, plan) in columns {
      let panel = run(plan)
      result.isScalar = panel.isScalar
      result.columns += panel.columns.map { Panel.Column([member] + $0.members, $0.series) }
    }
    return result
  }

  private func combine(
    _ sign: Expression.Arithmetic,
    _ left: Plan,
    _ right: Plan
  ) -> Panel {
    let scalesLeft = left.kind.counts(asHundredthsBeside: right.kind, sign)
    let scalesRight = right.kind.counts(asHundredthsBeside: left.kind, sign)
    return run(left).combined(with: run(right)) { first, second in
      Cell.computed(first, second) { first, second in
        let x = scalesLeft ? first / 100 : first
        let y = scalesRight ? second / 100 : second
        switch sign {
        case .plus: return x + y
        case .minus: return x - y
        case .times: return x * y
        case .divide: return x / y
        case .power: return power(x, y)
        }
      }
    }
  }

  private func transformed(_ transform: any Transform, _ inner: Plan) -> Panel {
    guard let wanted = transform.accumulation, inner.isLinear, accumulation == nil else {
      let panel = wide.run(inner)
      return transform.isCostly ? panel.concurrentMap(transform.run) : panel.map(transform.run)
    }
    var evaluator = self
    evaluator.accumulation = wanted
    return evaluator.run(inner)
  }

  private func aggregated(
    _ aggregate: any Aggregate.Type,
    _ panel: Panel,
    frequency: Frequency
  ) -> Panel {
    let columns = panel.columns.map { column -> Panel.Column in
      let present = column.series.numbers.filter { column.series[$0].hasValue }
      let cells = present.map { column.series[$0] }
      let value = aggregate.value(of: cells.map(\.value))
      if aggregate.picksOne, let number = present.first(where: { column.series[$0].value == value })
      {
        return Panel.Column(column.members, column.series.clamped(to: number...number))
      }
      let cell =
        value.isFinite
        ? cells.joined(value, state: cells.weakestState) : Cell.missing(.notLoaded)
      return Panel.Column(column.members, Series(frequency, first: 0, cells: [cell]))
    }
    return Panel(columns, isScalar: true)
  }

  private func seasonal(_ grain: Grain, _ panel: Panel) -> Panel {
    panel.map { series in
      let perYear = 12 / grain.months
      let cells = (0..<perYear).map { position -> Cell in
        let same = series.numbers.filter { ($0 % perYear + perYear) % perYear == position }
        let present = same.map { series[$0] }.filter(\.hasValue)
        guard !present.isEmpty else { return .missing(.notLoaded) }
        return Cell.computed(from: present) { $0.reduce(0, +) / Double($0.count) }
      }
      return Series(Frequency(grain), first: 0, cells: cells)
    }
  }
}

extension Series {
  /// The same cells with other values; what has no value stays as it is.
  func mapValues(_ value: (Double) -> Double) -> Series {
    map { number in
      let cell = self[number]
      return cell.hasValue ? cell.with(value: value(cell.value)) : cell
    }
  }
}

extension Kind {
  /// True where a percentage is a factor: 5 % of an amount, or the 1.05 of `1 + 5%`.
  fileprivate func counts(
    asHundredthsBeside other: Kind,
    _ sign: Expression.Arithmetic
  ) -> Bool {
    guard unit == .percent, other.unit != .percent else { return false }
    switch sign {
    case .times, .divide: return other.unit != nil && other.unit != .ratio
    case .plus, .minus: return other.unit == nil
    case .power: return false
    }
  }
}
