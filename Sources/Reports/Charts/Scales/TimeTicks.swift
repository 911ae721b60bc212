import Periods

/// A labelled point of a time axis.
package struct TimeTick: Equatable, Sendable {
  package var month: Month
  package var label: String
}

/// Ticks at calendar boundaries, at most `count` of them: years, else quarters or months between.
///
/// Within years a tick is named by its month or quarter, and January by its year.
package func timeTicks(
  in span: ClosedRange<Int>,
  step: Int,
  atMost count: Int
) -> [TimeTick] {
  let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].filter { $0 >= step }
  let fitting = steps.first { span.count <= $0 * max(1, count) } ?? 1200
  // Months count from January of year 0: multiples of a step are calendar boundaries.
  let first = (span.lowerBound + fitting - 1) / fitting * fitting
  var ticks = stride(from: first, through: span.upperBound, by: fitting).map { index in
    let month = Month(index: index)
    return TimeTick(month: month, label: label(of: month, step: step, distance: fitting))
  }
  if ticks.isEmpty || step >= 12 && ticks.count == 1 {
    let month = Month(index: span.lowerBound)
    ticks = [TimeTick(month: month, label: step >= 12 ? "\(month.year)" : month.label)]
  }
  // Months alone would leave the year open.
  if !ticks.contains(where: { $0.label.first?.isNumber == true }) {
    ticks[0].label += " \(ticks[0].month.year)"
  }
  return ticks
}

private func label(of month: Month, step: Int, distance: Int) -> String {
  if month.number == 1 || distance >= 12 { return "\(month.year)" }
  return switch step {
  case 3: "Q\((month.number + 2) / 3)"
  case 6: "H\((month.number + 5) / 6)"
  default: month.abbreviation
  }
}
