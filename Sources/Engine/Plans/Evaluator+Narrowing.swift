import Catalogue
import Language
import Periods

// Windows reach down to the scans, where nothing between the two looks at other months.
extension Evaluator {
  /// The same evaluator, looking at all months.
  var wide: Evaluator {
    var copy = self
    copy.narrowing = .none
    return copy
  }

  /// An evaluator for what stands inside a window.
  func narrowed(to window: Window, around inner: Plan) -> Evaluator {
    guard isTable else { return wide }
    var copy = self
    switch window.kind {
    case .at(let period):
      copy.narrowing =
        inner.isLinear && period.frequency == inner.kind.frequency
        ? .together(period) : .months(period.months)
    case .latest, .last, .this, .previous: copy.narrowing = .none
    default:
      let months = months(of: window, in: Panel([]))
      copy.narrowing = months.map { .months($0) } ?? .none
    }
    return copy
  }

  /// An evaluator for figures that are compared with those some months before.
  func narrowed(reaching months: Int) -> Evaluator {
    var copy = self
    switch narrowing {
    case .none: break
    case .months(let wanted):
      copy.narrowing = .months(wanted.lowerBound - months...wanted.upperBound)
    case .together(let period):
      copy.narrowing = .months(period.start.index - months...period.end.index)
    }
    return copy
  }

  /// The sum over all periods of a flow or of its window, from one scan; nil where it takes the
  /// single periods.
  func total(of inner: Plan, _ frequency: Frequency) -> Panel? {
    guard accumulation == nil, alignment == nil, let span = facts.dataSet.span else { return nil }
    var (plan, wanted) = (inner, span)
    if case .windowed(let window, let windowed) = inner.step {
      switch window.kind {
      case .at, .latest, .last, .this, .previous: return nil
      default: break
      }
      guard let months = months(of: window, in: Panel([])), months.overlaps(span) else {
        return nil
      }
      (plan, wanted) = (windowed, months.clamped(to: span))
    }
    let step = frequency.step
    guard case .facts = plan.step, step == frequency.length, wanted.lowerBound % step == 0,
      (wanted.upperBound + 1) % step == 0
    else { return nil }
    var copy = self
    copy.narrowing = .together(
      Period(from: Month(index: wanted.lowerBound), through: Month(index: wanted.upperBound))
    )
    guard let grid = copy.run(plan).grid, grid.count == 1 else { return nil }
    return Panel(grid.with(frequency: frequency), isScalar: true)
  }
}
