/// Draws vertical bars over time: single, side by side, or stacked.
struct SVGColumns {
  let chart: Chart
  let top: Double

  init(_ chart: Chart, top: Double) {
    self.chart = chart
    self.top = top
  }

  func draw(on canvas: inout SVGCanvas) -> Double {
    var top = top
    let labels = StackLabels(chart, width: canvas.width)
    if chart.series.count > 1, labels == nil { top = SVGLegend(chart).draw(on: &canvas, y: top) }
    let extent = chart.extent
    let scale = ValueScale(from: extent.low, to: extent.high, ticks: 5, fromZero: true)
    let ticks = scale.tickFormat(chart.format)
    let gutter = scale.ticks.map { textWidth(ticks.text($0), size: 12) }.max() ?? 0
    var frame = SVGFrame(
      scale: scale,
      left: 16 + gutter + 8,
      right: canvas.width - 16 - (labels?.room ?? 0),
      top: top + 8,
      bottom: top + 8 + max(180, min(280, canvas.width * 0.4))
    )
    let slot = (frame.right - frame.left) / Double(max(1, chart.axis.positions.count))
    let (start, end) = (frame.left, frame.right)
    let events = SVGEvents(chart, left: start, right: end) { month in
      let index = chart.axis.positions.lastIndex { ($0.month ?? month) <= month } ?? 0
      return start + (Double(index) + 0.5) * slot
    }
    frame = frame.lowered(by: events.height)
    events.draw(on: &canvas, top: frame.top, bottom: frame.bottom)
    frame.drawValueAxis(on: &canvas, chart.format)
    frame.drawTimeAxis(on: &canvas, chart.axis) { month in
      chart.axis.positions.firstIndex { $0.month == month }.map {
        frame.left + (Double($0) + 0.5) * slot
      }
    }
    for i in chart.axis.positions.indices {
      let left = frame.left + Double(i) * slot + slot * 0.14
      if chart.form == .stacked {
        drawStack(i, frame, left, slot * 0.72, on: &canvas)
      } else {
        let width = slot * 0.72 / Double(chart.series.count)
        for s in chart.series.indices {
          drawBar(s, i, frame, left + Double(s) * width, width, on: &canvas)
        }
      }
    }
    labels?.draw(frame, on: &canvas)
    let zero = frame.y(0)
    canvas.line(frame.left, zero, frame.right, zero, class: "tw-axis")
    return canvas.bottom
  }

  private func drawBar(
    _ series: Int,
    _ index: Int,
    _ frame: SVGFrame,
    _ left: Double,
    _ width: Double,
    on canvas: inout SVGCanvas
  ) {
    let point = chart.series[series].points[index]
    guard let value = point.value else { return }
    let colour = chart.series.count > 1 ? series % 6 : value < 0 ? 1 : 0
    let ends = [frame.y(0), frame.y(value)].sorted()
    canvas.rectangle(
      left,
      ends[0],
      width,
      max(0.5, ends[1] - ends[0]),
      class: barClass(point.state, colour),
      hover: chart.hover(series, index)
    )
    guard chart.series.count == 1, chart.axis.positions.count <= 16 else { return }
    let text = chart.format.text(value)
    guard
      textWidth(text, size: 12) + 4 <= (frame.right - frame.left)
        / Double(chart.axis.positions.count)
    else { return }
    canvas.text(
      text,
      left + width / 2,
      value < 0 ? ends[1] + 13 : ends[0] - 4,
      anchor: .middle,
      class: "tw-small"
    )
  }

  private func drawStack(
    _ index: Int,
    _ frame: SVGFrame,
    _ left: Double,
    _ width: Double,
    on canvas: inout SVGCanvas
  ) {
    var up = 0.0
    var down = 0.0
    for (s, series) in chart.series.enumerated() {
      guard let value = series.points[index].value else { continue }
      let start = value < 0 ? down : up
      if value < 0 { down += value } else { up += value }
      let ends = [frame.y(start), frame.y(start + value)].sorted()
      canvas.rectangle(
        left,
        ends[0],
        width,
        ends[1] - ends[0],
        class: partClass(series.points[index].state, s % 6),
        hover: chart.hover(s, index)
      )
    }
  }
}

/// How a bar looks: full, pale with an edge where derived, open where not final.
func barClass(_ state: Chart.State, _ colour: Int) -> String {
  switch state {
  case .ok: "tw-f\(colour)"
  case .derived: "tw-derived tw-f\(colour) tw-l\(colour)"
  case .provisional, .incomplete: "tw-open tw-f\(colour) tw-l\(colour)"
  }
}

/// How a part of a stack looks: parted from its neighbours by the colour of the paper.
func partClass(_ state: Chart.State, _ colour: Int) -> String {
  state == .ok ? "tw-part tw-f\(colour)" : barClass(state, colour)
}
