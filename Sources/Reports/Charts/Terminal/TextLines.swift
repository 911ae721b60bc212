import Periods

/// Draws series as lines of dots over time, one of them filled where an area was asked for.
struct TextLines {
  let chart: Chart
  let options: TextChartOptions
  let frame: TextFrame
  private let events: TextEvents
  private let endLabels: [EndLabel]

  private struct EndLabel {
    var text: String
    var value: Double
    var series: Int
  }

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
    let bounds = chart.bounds ?? (0, 1)
    let scale = ValueScale(
      from: bounds.low,
      to: bounds.high,
      ticks: 5,
      fromZero: chart.form == .area
    )
    let labels = chart.series.enumerated().compactMap { i, series -> EndLabel? in
      guard let latest = series.latest else { return nil }
      let text = series.name.isEmpty ? chart.format.text(latest.value) : series.name
      return EndLabel(text: truncated(text, to: 18), value: latest.value, series: i)
    }
    let room = (labels.map { displayWidth($0.text) }.max() ?? 0) + 1
    endLabels = options.width - room >= 40 || chart.series.count == 1 ? labels : []
    var frame = TextFrame(
      scale,
      chart.format,
      width: options.width,
      rows: TextFrame.rowsPerStep(scale, about: options.height) * (scale.ticks.count - 1) + 1,
      right: endLabels.isEmpty ? 0 : room
    )
    let (edge, columns) = (frame.edge, frame.columns)
    events = TextEvents(chart, plot: (edge + 1)..<(edge + 1 + columns)) { month in
      edge + 1
        + (chart.axis.span.map { chart.axis.fraction(of: month, in: $0) } ?? 0)
        .column(columns)
    }
    frame.head = 1 + events.rows
    self.frame = frame
  }

  var lines: [StyledText.Line] {
    var grid = TextGrid(width: options.width, height: frame.height)
    var canvas = DotCanvas(columns: frame.columns, rows: frame.rows, raster: options.raster)
    for i in chart.series.indices { draw(i, on: &canvas) }
    frame.drawValueAxis(on: &grid, unit: chart.format.unitLabel)
    frame.drawTimeAxis(on: &grid, chart.axis) { $0.column(frame.columns) }
    events.draw(on: &grid, rows: frame.head..<(frame.head + frame.rows))
    if frame.scale.crossesZero {
      grid.fill(
        "┄",
        (frame.edge + 1)..<(frame.edge + 1 + frame.columns),
        frame.row(of: 0),
        as: .dim
      )
    }
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        guard let cell = canvas.cell(column, row) else { continue }
        grid.put(
          String(cell.character),
          frame.edge + 1 + column,
          row + frame.head,
          as: .ofSeries(cell.owner)
        )
      }
    }
    let marks = drawMarks(on: &grid, canvas)
    writeEndLabels(on: &grid)
    return legend + grid.lines + events.key(width: options.width)
      + chart.signs(marks, unmarked: unmarked, width: options.width)
  }

  // MARK: Dots

  private func draw(_ index: Int, on canvas: inout DotCanvas) {
    let series = chart.series[index]
    let usual = LinePattern.ofSeries[index % LinePattern.ofSeries.count]
    var pen = 0
    var before: (x: Int, y: Int)?
    for (i, point) in series.points.enumerated() {
      guard let value = point.value, point.state != .incomplete else {
        before = nil
        continue
      }
      let dot = self.dot(i, value, canvas)
      if chart.form == .area {
        let start = chart.axis.isConnected(i) ? before : nil
        fill(from: start, to: dot, point.state, on: &canvas, owner: index)
      } else if let before, chart.axis.isConnected(i) {
        let pattern = point.state == .provisional ? .forecast : usual
        canvas.line(from: before, to: dot, pattern: pattern, pen: &pen, owner: index)
      } else {
        canvas.set(dot.x, dot.y, owner: index)
      }
      before = dot
    }
  }

  func dot(_ index: Int, _ value: Double, _ canvas: DotCanvas) -> (x: Int, y: Int) {
    let x = chart.axis.fraction(index) * Double(canvas.dotColumns - 1)
    let y = (1 - frame.scale.fraction(value)) * Double(canvas.dotRows - 1)
    return (Int(x.rounded()), Int(y.rounded()))
  }

  /// Fills from the line between two dots down, or up, to zero; what is not final by every other dot.
  private func fill(
    from start: (x: Int, y: Int)?,
    to end: (x: Int, y: Int),
    _ state: Chart.State,
    on canvas: inout DotCanvas,
    owner: Int
  ) {
    let start = start ?? end
    let zero = (1 - frame.scale.fraction(0)) * Double(canvas.dotRows - 1)
    let base = Int(zero.rounded())
    for x in start.x...max(start.x, end.x) {
      let way = end.x == start.x ? 1 : Double(x - start.x) / Double(end.x - start.x)
      let y = Int((Double(start.y) + way * Double(end.y - start.y)).rounded())
      for filled in min(y, base)...max(y, base)
      where state != .provisional || filled == y || (x + filled) % 2 == 0 {
        canvas.set(x, filled, owner: owner)
      }
    }
  }

  // MARK: Beside the lines

  /// The names at the ends of the lines, moved apart where lines end close together.
  private func writeEndLabels(on grid: inout TextGrid) {
    let sorted = endLabels.sorted { ($1.value, $0.series) < ($0.value, $1.series) }
    let plot = frame.head...(frame.head + frame.rows - 1)
    let rows = spread(sorted.map { frame.row(of: $0.value) }, in: plot)
    for (label, row) in zip(sorted, rows) {
      let column = frame.edge + 2 + frame.columns
      grid.put(label.text, column, row, as: .ofSeries(label.series))
    }
  }

  /// The names above the drawing where there is no room at the ends of the lines.
  private var legend: [StyledText.Line] {
    guard endLabels.isEmpty, chart.series.count > 1 else { return [] }
    return chart.names(signs: LinePattern.samples, width: options.width)
  }
}

extension Double {
  /// The column of a drawing at this part of its way.
  func column(_ columns: Int) -> Int {
    Int((self * Double(columns * 2 - 1)).rounded(.toNearestOrAwayFromZero)) >> 1
  }
}

/// Rows at least one apart and as close as can be to those wished for, which descend.
func spread(_ wished: [Int], in rows: ClosedRange<Int>) -> [Int] {
  var result: [Int] = []
  for row in wished { result.append(max(row, (result.last ?? rows.lowerBound - 1) + 1)) }
  var limit = rows.upperBound
  for i in result.indices.reversed() {
    result[i] = min(result[i], limit)
    limit = result[i] - 1
  }
  return result
}
