/// Draws a small picture for each series, side by side and on one scale.
struct TextMultiples {
  let chart: Chart
  let options: TextChartOptions

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
  }

  var lines: [StyledText.Line] {
    let bounds = chart.bounds ?? (0, 1)
    let scale = ValueScale(from: bounds.low, to: bounds.high, ticks: 3)
    let format = scale.tickFormat(chart.format)
    let gutter =
      max(
        scale.ticks.map { displayWidth(format.text($0)) }.max() ?? 0,
        displayWidth(chart.format.unitLabel)
      ) + 1
    let across = max(1, min(chart.series.count, 4, (options.width - gutter) / 15))
    let width = (options.width - gutter) / across
    let down = (chart.series.count + across - 1) / across
    let rows = max(3, min(6, 16 / down - 1))

    var lines: [StyledText.Line] = []
    for first in stride(from: 0, to: chart.series.count, by: across) {
      let members = first..<min(first + across, chart.series.count)
      var grid = TextGrid(width: options.width, height: rows + 1)
      if first == 0 { grid.put(chart.format.unitLabel, endingAt: gutter - 1, 0, as: .dim) }
      for row in [1, rows] {
        let value = row == 1 ? scale.high : scale.low
        grid.put(format.text(value), endingAt: gutter - 1, row, as: .label)
      }
      for (place, member) in members.enumerated() {
        let left = gutter + place * width
        let title = chart.series[member].name
        grid.put(truncated(title, to: width - 2), left, 0, as: .heading)
        draw(member, scale, at: left, width - 2, rows, on: &grid)
      }
      lines += grid.lines
    }
    var states: [Chart.State] = []
    if chart.contains(.provisional) { states.append(.provisional) }
    var chart = chart
    if chart.contains(.derived) { chart.remarks.append(chart.count(of: [.derived])) }
    return lines + [timeLine(gutter, width, across)] + chart.signs(states, width: options.width)
      + chart.eventList(width: options.width)
  }

  private func draw(
    _ index: Int,
    _ scale: ValueScale,
    at left: Int,
    _ columns: Int,
    _ rows: Int,
    on grid: inout TextGrid
  ) {
    var canvas = DotCanvas(columns: columns - 1, rows: rows, raster: options.raster)
    var pen = 0
    var before: (x: Int, y: Int)?
    for (i, point) in chart.series[index].points.enumerated() {
      guard let value = point.value, point.state != .incomplete else {
        before = nil
        continue
      }
      let dot = (
        x: Int((chart.axis.fraction(i) * Double(canvas.dotColumns - 1)).rounded()),
        y: Int(((1 - scale.fraction(value)) * Double(canvas.dotRows - 1)).rounded())
      )
      let start = chart.axis.isConnected(i) ? before ?? dot : dot
      let pattern: LinePattern = point.state == .provisional ? .forecast : .solid
      canvas.line(from: start, to: dot, pattern: pattern, pen: &pen, owner: 0)
      before = dot
    }
    let zero = Int(((1 - scale.fraction(0)) * Double(rows - 1)).rounded())
    for row in 0..<rows {
      grid.put("│", left, row + 1, as: .dim)
      if scale.crossesZero, row == zero {
        grid.fill("┄", (left + 1)..<(left + columns), row + 1, as: .dim)
      }
      for column in 0..<canvas.columns {
        guard let cell = canvas.cell(column, row) else { continue }
        grid.put(String(cell.character), left + 1 + column, row + 1, as: .firstSeries)
      }
    }
  }

  /// The first and the last period below each column of pictures.
  private func timeLine(_ gutter: Int, _ width: Int, _ across: Int) -> StyledText.Line {
    var grid = TextGrid(width: options.width, height: 1)
    let first = chart.axis.positions.first?.label ?? ""
    let last = chart.axis.positions.last?.label ?? ""
    for place in 0..<across {
      let left = gutter + place * width
      grid.put(first, left, 0, as: .label)
      if displayWidth(first) + displayWidth(last) + 1 <= width - 2 {
        grid.put(last, endingAt: left + width - 2, 0, as: .label)
      }
    }
    return grid.lines[0]
  }
}
