import Periods

/// The plot within a drawing: ticks and unit at its left, an axis of time below.
struct TextFrame {
  let scale: ValueScale
  let tickFormat: NumberFormat

  /// The column of the value axis; the plot begins behind it.
  let edge: Int

  /// The columns and rows of the plot; the first line of the drawing holds the unit.
  let columns: Int
  let rows: Int

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
  var height: Int { rows + 3 }

  /// The row of the drawing in which a value lies.
  func row(of value: Double) -> Int {
    1 + min(rows - 1, max(0, Int(((1 - scale.fraction(value)) * Double(rows - 1)).rounded())))
  }

  func drawValueAxis(on grid: inout TextGrid, unit: String) {
    grid.put(unit, max(0, edge - displayWidth(unit)), 0, as: .dim)
    for row in 1...rows { grid.put("│", edge, row, as: .dim) }
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
    let row = rows + 1
    grid.put("└", edge, row, as: .dim)
    grid.fill("─", (edge + 1)..<(edge + 1 + columns), row, as: .dim)
    guard let span = axis.span, let step = axis.step else { return }
    let ticks = timeTicks(in: span, step: step, atMost: max(2, columns / 9))
    var free = 0
    for tick in ticks {
      let at = edge + 1 + column(axis.fraction(of: tick.month, in: span))
      let width = displayWidth(tick.label)
      let start = min(max(0, at - width / 2), grid.width - width)
      guard start >= free else { continue }
      grid.put("┬", at, row, as: .dim)
      grid.put(tick.label, start, row + 1, as: .label)
      free = start + width + 1
    }
  }
}
