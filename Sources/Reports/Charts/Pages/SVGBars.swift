/// Draws horizontal bars with their names before and their values behind them.
struct SVGBars {
  let chart: Chart
  let top: Double

  private let thickness = 18.0
  private let distance = 25.0

  init(_ chart: Chart, top: Double) {
    self.chart = chart
    self.top = top
  }

  func draw(on canvas: inout SVGCanvas) -> Double {
    var top = top
    if chart.series.count > 1 { top = SVGLegend(chart).draw(on: &canvas, y: top) }
    let labels = chart.axis.positions.map {
      truncated($0.starredLabel, to: min(24, Int(canvas.width * 0.38 / 7.8)))
    }
    let labelWidth = labels.map { textWidth($0, size: 13) }.max() ?? 0
    let extent = chart.extent
    let texts = chart.values.compactMap(\.self).map {
      (value: $0, width: textWidth(chart.format.text($0), size: 12) + 8)
    }
    let before = texts.filter { $0.value < 0 }.map(\.width).max() ?? 0
    let after = texts.filter { $0.value >= 0 }.map(\.width).max() ?? 0
    let left = 16 + labelWidth + 10 + before
    let room = max(60, canvas.width - 16 - after - left)
    let span = max(extent.high - extent.low, .leastNormalMagnitude)
    let zero = left - extent.low / span * room

    let perGroup = chart.form == .stacked ? 1 : chart.series.count
    let height = Double(perGroup) * distance
    for (i, label) in labels.enumerated() {
      let y = top + Double(i) * height + distance / 2
      canvas.text(label, 16 + labelWidth, y + 5, anchor: .end)
      var start = 0.0
      for s in chart.series.indices {
        let point = chart.series[s].points[i]
        guard let value = point.value else {
          canvas.text("·", zero + 5, y + 5, class: "tw-muted")
          continue
        }
        let row = chart.form == .stacked ? y : y + Double(s) * distance
        let isStacked = chart.form == .stacked
        let x = zero + (isStacked ? start : 0) / span * room
        let ends = [x, x + value / span * room].sorted()
        let colour = chart.series.count > 1 ? s % 6 : value < 0 ? 1 : 0
        canvas.rectangle(
          ends[0],
          row - thickness / 2,
          max(0.5, ends[1] - ends[0]),
          thickness,
          class: isStacked ? partClass(point.state, colour) : barClass(point.state, colour),
          hover: chart.hover(s, i)
        )
        start += value
        guard !isStacked else { continue }
        canvas.text(
          chart.format.text(value),
          value < 0 ? ends[0] - 5 : ends[1] + 5,
          row + 4,
          anchor: value < 0 ? .end : .start,
          class: "tw-small"
        )
      }
    }
    let bottom = top + Double(labels.count) * height
    canvas.line(zero, top, zero, bottom, class: "tw-axis")
    return bottom
  }
}
