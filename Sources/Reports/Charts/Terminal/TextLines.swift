import Periods

/// Draws series as lines of dots over time, one of them filled where an area was asked for.
struct TextLines {
  let chart: Chart
  let options: TextChartOptions
  private let frame: TextFrame
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
    frame = TextFrame(
      scale,
      chart.format,
      width: options.width,
      rows: TextFrame.rowsPerStep(scale, about: options.height) * (scale.ticks.count - 1) + 1,
      right: endLabels.isEmpty ? 0 : room
    )
  }

  var lines: [StyledText.Line] {
    var grid = TextGrid(width: options.width, height: frame.height)
    var canvas = DotCanvas(columns: frame.columns, rows: frame.rows, raster: options.raster)
    for i in chart.series.indices { draw(i, on: &canvas) }
    frame.drawValueAxis(on: &grid, unit: chart.format.unitLabel)
    frame.drawTimeAxis(on: &grid, chart.axis) { fraction in
      Int((fraction * Double(frame.columns * 2 - 1)).rounded()) / 2
    }
    drawBackground(on: &grid)
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        guard let cell = canvas.cell(column, row) else { continue }
        grid.put(
          String(cell.character),
          frame.edge + 1 + column,
          row + 1,
          as: .ofSeries(cell.owner)
        )
      }
    }
    let marks = drawMarks(on: &grid, canvas)
    writeEndLabels(on: &grid)
    return legend + grid.lines
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
        fill(from: chart.axis.isConnected(i) ? before : nil, to: dot, on: &canvas, owner: index)
      } else if let before, chart.axis.isConnected(i) {
        let pattern = point.state == .provisional ? .forecast : usual
        canvas.line(from: before, to: dot, pattern: pattern, pen: &pen, owner: index)
      } else {
        canvas.set(dot.x, dot.y, owner: index)
      }
      before = dot
    }
  }

  private func dot(_ index: Int, _ value: Double, _ canvas: DotCanvas) -> (x: Int, y: Int) {
    let x = chart.axis.fraction(index) * Double(canvas.dotColumns - 1)
    let y = (1 - frame.scale.fraction(value)) * Double(canvas.dotRows - 1)
    return (Int(x.rounded()), Int(y.rounded()))
  }

  /// Fills from the line between two dots down, or up, to zero.
  private func fill(
    from start: (x: Int, y: Int)?,
    to end: (x: Int, y: Int),
    on canvas: inout DotCanvas,
    owner: Int
  ) {
    let start = start ?? end
    let zero = (1 - frame.scale.fraction(0)) * Double(canvas.dotRows - 1)
    let base = Int(zero.rounded())
    for x in start.x...max(start.x, end.x) {
      let way = end.x == start.x ? 1 : Double(x - start.x) / Double(end.x - start.x)
      let y = Int((Double(start.y) + way * Double(end.y - start.y)).rounded())
      for filled in min(y, base)...max(y, base) { canvas.set(x, filled, owner: owner) }
    }
  }

  // MARK: Behind and beside the lines

  private func drawBackground(on grid: inout TextGrid) {
    let plot = (frame.edge + 1)..<(frame.edge + 1 + frame.columns)
    if let span = chart.axis.span {
      for event in chart.events {
        let columns = frame.columns(of: event, chart.axis, span)
        for row in 1...frame.rows {
          grid.fill(event.end == nil ? "┊" : "░", columns, row, as: .dim)
        }
      }
      for event in chart.events {
        let columns = frame.columns(of: event, chart.axis, span)
        grid.put(
          truncated(event.name, to: plot.upperBound - columns.lowerBound),
          columns.lowerBound,
          0,
          as: .dim
        )
      }
    }
    if frame.scale.crossesZero { grid.fill("┄", plot, frame.row(of: 0), as: .dim) }
  }

  /// Signs for points that are not ordinary, where there is room for them; returns those drawn.
  private func drawMarks(on grid: inout TextGrid, _ canvas: DotCanvas) -> [Chart.State] {
    var drawn: [Chart.State] = []
    for (state, sign) in [(Chart.State.derived, "○"), (.incomplete, "*")] {
      for (s, series) in chart.series.enumerated() {
        let marked = series.points.indices.filter {
          series.points[$0].state == state && series.points[$0].value != nil
        }
        guard !marked.isEmpty, isFew(marked) else { continue }
        for i in marked {
          guard let value = series.points[i].value else { continue }
          let dot = self.dot(i, value, canvas)
          grid.put(
            sign,
            frame.edge + 1 + dot.x / options.raster.columns,
            1 + dot.y / options.raster.rows,
            as: .ofSeries(s)
          )
        }
        if !drawn.contains(state) { drawn.append(state) }
      }
    }
    if chart.contains(.provisional) { drawn.append(.provisional) }
    return drawn
  }

  /// Signs on more points than this would hide the line.
  private func isFew(_ marked: [Int]) -> Bool { marked.count <= max(3, frame.columns / 8) }

  /// Which series have more derived points than there is room for signs.
  private var unmarked: String? {
    let names = chart.series.filter { series in
      !isFew(series.points.indices.filter { series.points[$0].state == .derived })
    }.map { $0.name.isEmpty ? "this series" : $0.name }
    return names.isEmpty
      ? nil : "too many derived points to mark: \(names.joined(separator: ", "))"
  }

  /// The names at the ends of the lines, moved apart where lines end close together.
  private func writeEndLabels(on grid: inout TextGrid) {
    let sorted = endLabels.sorted { ($1.value, $0.series) < ($0.value, $1.series) }
    let rows = spread(sorted.map { frame.row(of: $0.value) }, in: 1...frame.rows)
    for (label, row) in zip(sorted, rows) {
      let column = frame.edge + 2 + frame.columns
      grid.put(label.text, column, row, as: .ofSeries(label.series))
    }
  }

  /// The names above the drawing where there is no room at the ends of the lines.
  private var legend: [StyledText.Line] {
    guard endLabels.isEmpty, chart.series.count > 1 else { return [] }
    let samples = ["⠒⠒⠒", "⠒⠂⠒", "⠂⠂⠂", "⠒⠒⠂"]
    return chart.names(signs: samples, width: options.width)
  }
}

extension TextFrame {
  /// The columns of the drawing that an event covers; one for an event without an end.
  func columns(of event: Chart.Mark, _ axis: Chart.Axis, _ span: ClosedRange<Int>) -> Range<Int> {
    func column(_ month: Month) -> Int {
      let fraction = min(1, max(0, axis.fraction(of: month, in: span)))
      return edge + 1 + Int((fraction * Double(columns * 2 - 1)).rounded()) / 2
    }
    let start = column(event.start)
    return start..<(max(start, event.end.map(column) ?? start) + 1)
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
