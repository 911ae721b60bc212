import Periods

/// The plot within a drawing: ticks and unit at its left, an axis of time below.
struct TextFrame {
  let scale: ValueScale
  let tickFormat: NumberFormat

  /// The column of the value axis; the plot begins behind it.
  let edge: Int

  /// The columns and rows of the plot.
  let columns: Int
  let rows: Int

  /// The lines above the plot: the unit and, below it, the names of events.
  var head = 1

  /// Rows between two ticks, so that ticks of one distance lie one number of rows apart.
  static func rowsPerStep(_ scale: ValueScale, about height: Int) -> Int {
    let steps = max(1, scale.ticks.count - 1)
    return max(1, (2 * height + steps) / (2 * steps))
  }

  /// Room for the plot between the tick labels and `right` columns for labels at its end.
  init(_ scale: ValueScale, _ format: NumberFormat, width: Int, rows: Int, right: Int) {
    self.scale = scale
    self.rows = rows
    let tickFormat = scale.tickFormat(format)
    self.tickFormat = tickFormat
    edge = (scale.ticks.map { displayWidth(tickFormat.text($0)) }.max() ?? 0) + 1
    columns = max(8, width - edge - 1 - right)
  }

  /// The lines of the whole drawing: the unit, the plot, the axis and its labels.
  var height: Int { head + rows + 2 }

  /// The row of the drawing in which a value lies.
  func row(of value: Double) -> Int {
    head + min(rows - 1, max(0, Int(((1 - scale.fraction(value)) * Double(rows - 1)).rounded())))
  }

  func drawValueAxis(on grid: inout TextGrid, unit: String) {
    grid.put(unit, max(0, edge - displayWidth(unit)), 0, as: .dim)
    for row in head..<(head + rows) { grid.put("│", edge, row, as: .dim) }
    for tick in scale.ticks {
      let row = row(of: tick)
      grid.put(tickFormat.text(tick), endingAt: edge - 1, row, as: .label)
      grid.put("┤", edge, row, as: .dim)
    }
  }

  /// The axis below the plot, its ticks at the columns that `column` gives for a month.
  func drawTimeAxis(
    on grid: inout TextGrid,
    _ axis: Chart.Axis,
    column: (Double) -> Int
  ) {
    let row = head + rows
    grid.put("└", edge, row, as: .dim)
    grid.fill("─", (edge + 1)..<(edge + 1 + columns), row, as: .dim)
    guard let span = axis.span, let step = axis.step else { return }
    let ticks = fittingTicks(in: span, step: step, width: grid.width) { month in
      edge + 1 + column(axis.fraction(of: month, in: span))
    }
    for tick in ticks {
      grid.put("┬", tick.at, row, as: .dim)
      grid.put(tick.label, tick.start, row + 1, as: .label)
    }
  }
}

/// Ticks of time with their labels centred below them and two spaces between any two, as many as fit.
///
/// At least one tick is there, however little room there is. `unit` is how wide a character is.
func fittingTicks(
  in span: ClosedRange<Int>,
  step: Int,
  width: Int,
  unit: Int = 1,
  place: (Month) -> Int?
) -> [(at: Int, start: Int, label: String)] {
  var count = max(1, min(width / (5 * unit), span.count / max(1, step) + 1))
  while true {
    let ticks = timeTicks(in: span, step: step, atMost: count).compactMap {
      tick -> (at: Int, start: Int, label: String)? in
      guard let at = place(tick.month) else { return nil }
      let size = displayWidth(tick.label) * unit
      return (at, max(0, min(at - size / 2, width - size)), tick.label)
    }
    let isFree = zip(ticks, ticks.dropFirst()).allSatisfy { left, right in
      left.start + (displayWidth(left.label) + 1) * unit < right.start
    }
    if isFree { return ticks }
    guard count > 1 else { return Array(ticks.prefix(1)) }
    count -= 1
  }
}
