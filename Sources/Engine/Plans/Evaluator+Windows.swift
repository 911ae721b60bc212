import Catalogue
import Language
import Periods

// The window comes last: it picks one value, or the periods to show.
extension Evaluator {
  func windowed(_ window: Window, _ inner: Plan) -> Panel {
    let panel = narrowed(to: window, around: inner).run(inner)
    switch window.kind {
    case .at(let period): return pick(period, from: panel)
    case .latest:
      guard let last = panel.lastNumber else { return pickNothing(panel) }
      return pick(panel.frequency.period(last), from: panel)
    default:
      guard let months = months(of: window, in: panel) else { return panel }
      return panel.map { $0.within(months) }
    }
  }

  private func pick(_ period: Period, from panel: Panel) -> Panel {
    let period = aligned(period)
    if let grid = panel.grid, let picked = grid.picking(period) {
      return Panel(picked, isScalar: true)
    }
    let columns = panel.columns.map { column -> Panel.Column in
      guard let number = column.series.frequency.number(of: period) else {
        let frequency = period.frequency
        let number = frequency.number(of: period) ?? 0
        return Panel.Column(
          column.members,
          Series(frequency, first: number, cells: [.missing(.notReported)])
        )
      }
      return Panel.Column(
        column.members,
        Series(column.series.frequency, first: number, cells: [column.series[number]])
      )
    }
    return Panel(columns, isScalar: true)
  }

  private func pickNothing(_ panel: Panel) -> Panel {
    Panel(
      panel.columns.map {
        Panel.Column(
          $0.members,
          Series($0.series.frequency, first: 0, cells: [.missing(.notLoaded)])
        )
      },
      isScalar: true
    )
  }

  private func aligned(_ period: Period) -> Period {
    guard let alignment, period.grain == alignment.grain else { return period }
    return Period(start: period.start, length: alignment.months)
  }

  /// The months that a window keeps, first and last; nil where it keeps all.
  func months(of window: Window, in panel: Panel) -> ClosedRange<Int>? {
    let all = Int.min / 2...Int.max / 2
    switch window.kind {
    case .at, .latest: return nil
    case .within(let period): return period.months
    case .between(let first, let last):
      return first.start.index...max(first.start.index, last.end.index)
    case .since(let anchor): return days(of: anchor).first.month.index...all.upperBound
    case .until(let anchor): return all.lowerBound...days(of: anchor).last.month.index
    case .before(let anchor): return all.lowerBound...days(of: anchor).first.month.index - 1
    case .after(let anchor): return days(of: anchor).last.month.index + 1...all.upperBound
    case .during(let event):
      let (first, last) = days(of: .event(event))
      return first.month.index...max(first.month.index, last.month.index)
    case .spanning(let first, let last):
      let start = days(of: first).first.month.index
      let end: Int
      if case .period(let period) = last {
        end = period.end.index
      } else {
        end = days(of: last).first.month.index
      }
      return min(start, end)...max(start, end)
    case .last(let count, let grain):
      guard let end = panel.lastMonth else { return nil }
      // The last five years of monthly figures are sixty months; of annual ones five years.
      let step = panel.frequency.step
      let months = max(count * grain.months, step)
      return end.index - months + 1...end.index
    case .this(let grain):
      guard let end = panel.lastMonth else { return nil }
      return Evaluator.unit(grain, holding: end).months
    case .previous(let grain):
      guard let end = panel.lastMonth else { return nil }
      return Evaluator.unit(grain, holding: end).shifted(by: -grain.months).months
    }
  }

  /// The calendar unit that holds a month.
  static func unit(_ grain: Grain, holding month: Month) -> Period {
    Period(start: month - (month.number - 1) % grain.months, length: grain.months)
  }

  private func days(of anchor: Window.Anchor) -> (first: Day, last: Day) {
    switch anchor {
    case .period(let period): return (Day(firstOf: period.start), Day(lastOf: period.end))
    case .event(let name):
      guard let event = facts.dataSet.events.first(where: { $0.name == name.text }) else {
        preconditionFailure("the resolver has found the event '\(name.text)'")
      }
      return (event.start, event.end ?? event.start)
    }
  }
}

extension Series {
  /// The periods that lie within months, first and last included.
  func within(_ months: ClosedRange<Int>) -> Series {
    let kept = numbers.filter {
      let period = self.period($0)
      return months.contains(period.start.index) && months.contains(period.end.index)
    }
    guard let first = kept.first, let last = kept.last else {
      return Series(frequency, first: first, cells: [])
    }
    return clamped(to: first...last)
  }
}

extension Panel {
  var lastNumber: Int? { columns.compactMap(\.series.lastNumber).max() }

  /// The last month of the last period that has a value in any column.
  package var lastMonth: Month? { lastNumber.map { frequency.period($0).end } }
}
