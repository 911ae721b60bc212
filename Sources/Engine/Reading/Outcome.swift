import Catalogue
import Language
import Periods

/// What a plan gave, with the incomplete period at its end marked.
struct Outcome: Sendable {
  var panel: Panel
  /// The incomplete period that the panel holds, and the month through which it reaches.
  var partial: (period: Period, through: Month)?

  /// The last month of a period as far as it is complete; nil where it is.
  func through(_ period: Period) -> Month? {
    guard let partial, partial.period.start == period.start else { return nil }
    return partial.through
  }
}

extension Evaluator {
  /// Runs a plan, comparing an incomplete period at the end with the same months of others.
  func outcome(of plan: Plan) -> Outcome {
    var evaluator = self
    evaluator.isTable = evaluator.isTable || !plan.kind.dimensions.isEmpty
    return evaluator.aligned(plan)
  }

  private func aligned(_ plan: Plan) -> Outcome {
    guard let partial = incomplete(plan) else { return Outcome(panel: run(plan)) }
    var aligned = self
    aligned.alignment = Alignment(
      grain: partial.grain,
      months: partial.through - partial.period.start + 1
    )
    let mark = (period: partial.period, through: partial.through)
    guard !plan.kind.isScalar else {
      guard plan.picks(partial.period) else { return Outcome(panel: run(plan)) }
      return Outcome(panel: aligned.run(plan), partial: mark)
    }
    let complete = run(plan)
    let panel = complete.extended(by: aligned.run(plan), at: partial.period)
    return Outcome(panel: panel, partial: mark)
  }

  /// The period in which the figures of a plan end, where they end before it does: through the last
  /// month for which every scan has a figure from the start of the period on.
  private func incomplete(_ plan: Plan) -> (grain: Grain, period: Period, through: Month)? {
    guard let grain = plan.kind.frequency.grain, grain != .month else { return nil }
    if facts.dataSet.isPlain, let span = facts.dataSet.span {
      // Every flow of a store reaches as far as all of it.
      let through = Month(index: span.upperBound)
      let period = Evaluator.unit(grain, holding: through)
      return through < period.end ? (grain, period, through) : nil
    }
    let reaches = plan.scans.filter { $0.frequency.step <= grain.months }.map { Reach(facts, $0) }
    guard let last = reaches.compactMap(\.lastMonth).min() else { return nil }
    let period = Evaluator.unit(grain, holding: last)
    let through = period.months.reversed().map(Month.init(index:))
      .first { month in
        let span = Period(from: period.start, through: month)
        return reaches.allSatisfy { $0.fills(span) }
      }
    guard let through, through < period.end else { return nil }
    return (grain, period, through)
  }
}

/// How far the figures of a scan go.
private struct Reach {
  private let terms: [[Timeline]]
  private let hasMembers: Bool

  init(_ facts: any FactSource, _ scan: FactScan) {
    terms = scan.requests.map { Array(facts.timelines($0.request).values) }
    hasMembers = scan.each != nil
  }

  var lastMonth: Month? { terms.compactMap { $0.compactMap(\.lastMonth).max() }.min() }

  /// True where there is a figure for the span; of members, for as many as for any shorter one.
  func fills(_ span: Period) -> Bool {
    guard hasMembers else {
      return terms.allSatisfy { $0.first?.figure(for: span).hasValue == true }
    }
    let most = span.months.map { count(Period(from: span.start, through: Month(index: $0))) }.max()
    let own = count(span)
    return own > 0 && own == most
  }

  private func count(_ span: Period) -> Int {
    terms.reduce(0) { $0 + $1.count { $0.figure(for: span).hasValue } }
  }
}

extension Plan {
  /// True where a number of the plan is the value for this period.
  func picks(_ period: Period) -> Bool {
    if case .windowed(let window, _) = step, case .at(let picked) = window.kind, picked == period {
      return true
    }
    return inputs.contains { $0.picks(period) }
  }

  /// The plan without the window that picks one value from it.
  var unwindowed: Plan {
    if case .windowed(_, let inner) = step { inner } else { self }
  }
}

extension Panel {
  /// The panel with the cells that another has for a period where this one has no value.
  func extended(by other: Panel, at period: Period) -> Panel {
    let cells = Dictionary(other.columns.map { ($0.members, $0.series) }) { first, _ in first }
    let columns = columns.map { column -> Column in
      guard let series = cells[column.members] else { return column }
      let number = series.frequency.number(startingAtOrBefore: period.start)
      let cell = series[number]
      guard cell.isInformative, !column.series[number].hasValue else { return column }
      var extended = column
      while extended.series.end <= number {
        extended.series.cells.append(.missing(.notLoaded))
      }
      guard extended.series.numbers.contains(number) else { return column }
      extended.series.cells[number - extended.series.first] = cell
      return extended
    }
    return Panel(columns, isScalar: isScalar)
  }
}
