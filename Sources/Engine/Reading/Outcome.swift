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

  /// The period in which the figures of a plan end, where they end before it does.
  private func incomplete(_ plan: Plan) -> (grain: Grain, period: Period, through: Month)? {
    guard let grain = plan.kind.frequency.grain, grain != .month,
      let last = plan.scans.compactMap({ lastMonth(of: $0, grain) }).min()
    else { return nil }
    let period = Evaluator.unit(grain, holding: last)
    return last < period.end ? (grain, period, last) : nil
  }

  /// The last month for which a scan has figures; with members, that of most of them.
  private func lastMonth(of scan: FactScan, _ grain: Grain) -> Month? {
    let timelines = scan.requests.map { facts.timelines($0.request) }
    guard scan.each != nil else {
      return timelines.compactMap { $0[""]?.lastMonth }.min()
    }
    let all = timelines.flatMap(\.values)
    guard let last = all.compactMap(\.lastMonth).max() else { return nil }
    let unit = Evaluator.unit(grain, holding: last)
    let counts = unit.months.map { index in
      let span = Period(from: unit.start, through: Month(index: index))
      return (month: Month(index: index), count: all.count { $0.figure(for: span).hasValue })
    }
    return counts.max { ($0.count, $0.month) < ($1.count, $1.month) }?.month
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
