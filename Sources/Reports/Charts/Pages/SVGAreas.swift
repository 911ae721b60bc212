/// Draws parts over a long time as areas on top of each other.
struct SVGAreas {
  let chart: Chart
  let top: Double

  init(_ chart: Chart, top: Double) {
    self.chart = chart
    self.top = top
  }

  func draw(on canvas: inout SVGCanvas) -> Double {
    let labels = StackLabels(chart, width: canvas.width)
    let top = labels == nil ? SVGLegend(chart).draw(on: &canvas, y: top) : top
    let extent = chart.extent
    let scale = ValueScale(from: extent.low, to: extent.high, ticks: 6, fromZero: true)
    let ticks = scale.tickFormat(chart.format)
    let gutter = scale.ticks.map { textWidth(ticks.text($0), size: 12) }.max() ?? 0
    var frame = SVGFrame(
      scale: scale,
      left: 16 + gutter + 8,
      right: canvas.width - 16 - (labels?.room ?? 0),
      top: top,
      bottom: top + max(180, min(300, canvas.width * 0.42))
    )
    let (left, right) = (frame.left, frame.right)
    let events = SVGEvents(chart, left: left, right: right) { month in
      left + (chart.axis.span.map { chart.axis.fraction(of: month, in: $0) } ?? 0) * (right - left)
    }
    frame = frame.lowered(by: events.height)
    events.draw(on: &canvas, top: frame.top, bottom: frame.bottom)
    frame.drawValueAxis(on: &canvas, chart.format)
    var base = Array(repeating: 0.0, count: chart.axis.positions.count)
    for (s, series) in chart.series.enumerated() {
      for run in runs(of: series.points) {
        let upper = run.map { i in
          (x: frame.x(chart.axis.fraction(i)), y: frame.y(base[i] + (series.points[i].value ?? 0)))
        }
        let lower = run.reversed().map { i in
          (x: frame.x(chart.axis.fraction(i)), y: frame.y(base[i]))
        }
        canvas.path(upper + lower, isClosed: true, class: "tw-part tw-f\(s % 6)")
      }
      for i in base.indices { base[i] += series.points[i].value ?? 0 }
    }
    labels?.draw(frame, on: &canvas)
    frame.drawTimeAxis(on: &canvas, chart.axis) { month in
      chart.axis.span.map { frame.x(chart.axis.fraction(of: month, in: $0)) }
    }
    return canvas.bottom
  }

  private func runs(of points: [Chart.Point]) -> [[Int]] {
    var runs: [[Int]] = []
    for (i, point) in points.enumerated() where point.value != nil {
      if let last = runs.last?.last, last == i - 1, chart.axis.isConnected(i) {
        runs[runs.count - 1].append(i)
      } else {
        runs.append([i])
      }
    }
    return runs
  }
}
