/// Draws what members had at two dates, joined by lines: those that rise and those that fall.
struct TextSlope {
  let chart: Chart
  let options: TextChartOptions

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
  }

  private struct End {
    var series: Int
    var value: Double
    var text: String
  }

  var lines: [StyledText.Line] {
    let dates = chart.axis.positions.map(\.starredLabel)
    let isWide = options.width >= 60 && chart.series.count > 1
    let left = ends(at: 0, name: isWide ? .before : .none)
    let right = ends(at: 1, name: .behind)
    let leftWidth = width(of: left, dates[0])
    let rightWidth = width(of: right, dates[1])
    let columns = max(4, options.width - leftWidth - rightWidth - 4)
    let rows = max(8, chart.series.count + 2, min(16, chart.series.count * 2))
    var grid = TextGrid(width: options.width, height: rows + 1)
    var canvas = DotCanvas(columns: columns, rows: rows, raster: options.raster)
    let bounds = chart.bounds ?? (0, 1)
    let span = bounds.high > bounds.low ? bounds.high - bounds.low : 1
    func dot(_ value: Double) -> Int {
      let fraction = bounds.high > bounds.low ? (value - bounds.low) / span : 0.5
      return Int(((1 - fraction) * Double(canvas.dotRows - 1)).rounded())
    }
    let start = leftWidth + 2
    for (s, series) in chart.series.enumerated() {
      guard let from = series.points[0].value, let to = series.points[1].value else { continue }
      var pen = 0
      canvas.line(
        from: (0, dot(from)),
        to: (canvas.dotColumns - 1, dot(to)),
        pattern: to < from ? LinePattern.ofSeries[1] : .solid,
        pen: &pen,
        owner: s
      )
    }
    for row in 0..<rows {
      for column in 0..<columns {
        guard let cell = canvas.cell(column, row) else { continue }
        grid.put(String(cell.character), start + column, row + 1, as: role(cell.owner))
      }
    }
    grid.put(dates[0], endingAt: leftWidth, 0, as: .heading)
    grid.put(dates[1], start + columns + 2, 0, as: .heading)
    let unit = chart.format.unitLabel
    grid.put(unit, start + max(0, (columns - displayWidth(unit)) / 2), 0, as: .dim)
    for (isLeft, ends) in [(true, left), (false, right)] {
      let wished = ends.map { 1 + dot($0.value) / options.raster.rows }
      for (end, row) in zip(ends, spread(wished, in: 1...rows)) {
        if isLeft {
          grid.put(end.text, endingAt: leftWidth, row, as: role(end.series))
        } else {
          grid.put(end.text, start + columns + 2, row, as: role(end.series))
        }
      }
      for end in ends {
        let sign = chart.series[end.series].points[isLeft ? 0 : 1].sign
        let row = 1 + dot(end.value) / options.raster.rows
        grid.put(sign, isLeft ? start : start + columns - 1, row, as: role(end.series))
      }
    }
    var states: [Chart.State] = []
    if chart.contains(.derived) { states.append(.derived) }
    return grid.lines + chart.signs(states, width: options.width)
      + chart.eventList(width: options.width)
  }

  private enum NamePlace { case none, before, behind }

  /// The texts at one end from the largest value down.
  private func ends(at side: Int, name: NamePlace) -> [End] {
    let limit = max(8, options.width / 4)
    return chart.series.enumerated().compactMap { s, series -> End? in
      guard let value = series.points[side].value else { return nil }
      let number = chart.format.text(value)
      let label = truncated(series.name, to: limit)
      let text =
        switch name {
        case _ where label.isEmpty: number
        case .none: number
        case .before: "\(label)  \(number)"
        case .behind: "\(number)  \(label)"
        }
      return End(series: s, value: value, text: text)
    }.sorted { ($1.value, $0.series) < ($0.value, $1.series) }
  }

  private func width(of ends: [End], _ date: String) -> Int {
    max(displayWidth(date), ends.map { displayWidth($0.text) }.max() ?? 0)
  }

  private func role(_ series: Int) -> StyledText.Role {
    chart.rises(series) ? .firstSeries : .secondSeries
  }
}

extension Chart {
  /// False for a series whose second figure is below its first.
  func rises(_ index: Int) -> Bool {
    guard let from = series[index].points.first?.value, let to = series[index].points.last?.value
    else { return true }
    return to >= from
  }
}

extension Chart.Point {
  /// The sign of a single point: hollow where it is derived, broken where it is not final.
  var sign: String {
    switch state {
    case .ok: "●"
    case .derived: "○"
    case .provisional: "◌"
    case .incomplete: "*"
    }
  }
}
