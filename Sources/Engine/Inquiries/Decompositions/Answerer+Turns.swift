import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// The peaks and troughs of a series.
  package func turns(_ query: Query) throws(Diagnostic) -> Answer {
    let plan = try resolver.plan(query)
    guard !plan.kind.isScalar, plan.kind.dimensions.isEmpty, plan.kind.nature != .truth else {
      throw Diagnostic(
        "needs-series",
        "`turns` looks along one series",
        at: query.expression.span
      )
    }
    let panel = evaluator.run(plan)
    let series = panel.columns.first?.series ?? Series(.monthly, first: 0, cells: [])
    let points = TurningPoints(series)
    guard points.isLongEnough else {
      throw Diagnostic(
        "too-few-observations",
        "turning points need \(points.least) periods in a row at the least",
        at: query.expression.span
      )
    }
    let unit = plan.kind.unit ?? .ratio
    var answer = Answer(
      reading: "turns \(query.expression)",
      description: ["turning points of \(query.expression)", plan.kind.frequency.label]
        + [basis(of: plan)].filter { !$0.isEmpty },
      content: .table(points.table(unit))
    )
    let found = points.turns.count
    answer.context = [
      found == 0
        ? "no turning point: nothing is highest or lowest for \(points.reach) periods on both sides"
        : "a turn is the highest or lowest of \(points.reach) periods on both sides; the last "
          + "\(points.reach) cannot be told yet"
    ]
    answer.sources = sources(of: panel)
    answer.issuers = issuers(of: [plan])
    return answer
  }
}

/// Peaks and troughs in turn: each the extreme of five months, or two quarters, on both sides, phases
/// of at least five months and cycles of fifteen.
///
/// The dating rule of Bry and Boschan 1971, Cyclical analysis of time series, without its smoothing.
struct TurningPoints: Sendable {
  struct Turn: Hashable, Sendable {
    var number: Int
    var isPeak: Bool
  }

  /// How many periods on either side are looked at.
  let reach: Int
  let turns: [Turn]
  private let series: Series
  private let run: Range<Int>

  var least: Int { 4 * reach + 1 }
  var isLongEnough: Bool { run.count >= least }

  init(_ series: Series) {
    self.series = series
    let step = series.frequency.step
    let reach = step == 1 ? 5 : step == 3 ? 2 : 1
    self.reach = reach
    run = series.unbroken(atLeast: 4 * reach + 1)
    guard run.count >= 4 * reach + 1 else {
      turns = []
      return
    }
    let values = Dictionary(uniqueKeysWithValues: run.map { ($0, series[$0].value) })
    let inner = (run.lowerBound + reach)..<(run.upperBound - reach)
    var found: [Turn] = []
    for number in inner {
      let around = (number - reach...number + reach).filter { $0 != number }
      let own = values[number] ?? 0
      if around.allSatisfy({ (values[$0] ?? 0) < own }) {
        found.append(Turn(number: number, isPeak: true))
      } else if around.allSatisfy({ (values[$0] ?? 0) > own }) {
        found.append(Turn(number: number, isPeak: false))
      }
    }
    turns = TurningPoints.censored(found, values, phase: reach, cycle: 3 * reach)
  }

  /// Of two peaks without a trough between them the higher stays; phases and cycles too short go.
  private static func censored(
    _ found: [Turn],
    _ values: [Int: Double],
    phase: Int,
    cycle: Int
  ) -> [Turn] {
    var turns = alternating(found, values)
    while true {
      // A cycle too short loses the lesser of its ends, a phase too short both.
      if let index = turns.indices.dropFirst(2).first(where: {
        turns[$0].number - turns[$0 - 2].number < cycle
      }) {
        let (first, last) = (turns[index - 2], turns[index])
        let isHigher = (values[first.number] ?? 0) >= (values[last.number] ?? 0)
        turns.remove(at: isHigher == first.isPeak ? index : index - 2)
      } else if let index = turns.indices.dropFirst().first(where: {
        turns[$0].number - turns[$0 - 1].number < phase
      }) {
        turns.removeSubrange(index - 1...index)
      } else {
        return turns
      }
      turns = alternating(turns, values)
    }
  }

  private static func alternating(_ turns: [Turn], _ values: [Int: Double]) -> [Turn] {
    var result: [Turn] = []
    for turn in turns {
      guard let last = result.last, last.isPeak == turn.isPeak else {
        result.append(turn)
        continue
      }
      let isBeyond = (values[turn.number] ?? 0) > (values[last.number] ?? 0)
      if isBeyond == turn.isPeak { result[result.count - 1] = turn }
    }
    return result
  }

  func table(_ unit: Unit) -> Table {
    let lengths = zip(turns.dropFirst(), turns).map { $0.number - $1.number }
    let grain = series.frequency.grain?.rawValue ?? "period"
    return Table([
      Table.Column("turn", values: turns.map { .label($0.isPeak ? "peak" : "trough") }),
      Table.Column(grain, values: turns.map { .period(series.period($0.number), through: nil) }),
      Table.Column("value", unit: unit, values: turns.map { .cell(series[$0.number]) }),
      Table.Column(
        "\(grain)s since the last",
        unit: .count,
        values: turns.indices.map { index in
          index == 0 ? .label("") : .cell(Cell(Double(lengths[index - 1])))
        }
      ),
    ])
  }
}
