/// Draws a small picture for each series, side by side and on one scale.
struct SVGMultiples {
  let chart: Chart
  let top: Double

  init(_ chart: Chart, top: Double) {
    self.chart = chart
    self.top = top
  }

  func draw(on canvas: inout SVGCanvas) -> Double {
    let bounds = chart.bounds ?? (0, 1)
    let scale = ValueScale(from: bounds.low, to: bounds.high, ticks: 3)
    let ticks = scale.tickFormat(chart.format)
    let gutter = (scale.ticks.map { textWidth(ticks.text($0), size: 12) }.max() ?? 0) + 8
    let across = min(chart.series.count, canvas.width >= 560 ? 4 : canvas.width >= 400 ? 3 : 2)
    let width = (canvas.width - 32 - gutter) / Double(across)
    let height = 96.0
    var bottom = top
    for (i, series) in chart.series.enumerated() {
      let left = 16 + gutter + Double(i % across) * width
      let frame = SVGFrame(
        scale: scale,
        left: left,
        right: left + width - 14,
        top: top + 12 + Double(i / across) * (height + 22),
        bottom: top + Double(i / across) * (height + 22) + height
      )
      canvas.text(
        truncated(series.name, to: Int(width / 8)),
        left,
        frame.top - 6,
        class: "tw-small"
      )
      for tick in scale.ticks {
        let y = frame.y(tick)
        canvas.line(left, y, frame.right, y, class: tick == 0 ? "tw-axis" : "tw-grid")
        guard i % across == 0 else { continue }
        canvas.text(ticks.text(tick), left - 6, y + 4, anchor: .end, class: "tw-small tw-muted")
      }
      drawLine(i, frame, on: &canvas)
      bottom = max(bottom, frame.bottom)
      guard i + across >= chart.series.count else { continue }
      drawTimes(frame, on: &canvas)
    }
    return bottom + 20
  }

  private func drawLine(_ index: Int, _ frame: SVGFrame, on canvas: inout SVGCanvas) {
    let isFew = chart.hasFewDerived
    // Pages of thousands of points stay small.
    let hasHits = chart.series.count * chart.axis.positions.count <= 1000
    var isForecast = false
    var run: [(x: Double, y: Double)] = []
    func end(_ canvas: inout SVGCanvas) {
      if run.count == 1 { canvas.circle(run[0].x, run[0].y, radius: 1.6, class: "tw-f0") }
      canvas.path(run, class: "tw-line tw-l0\(isForecast ? " tw-dash" : "")")
      run = []
    }
    for (i, point) in chart.series[index].points.enumerated() {
      guard let value = point.value, point.state != .incomplete else {
        end(&canvas)
        continue
      }
      if !chart.axis.isConnected(i) { end(&canvas) }
      let place = (x: frame.x(chart.axis.fraction(i)), y: frame.y(value))
      if (point.state == .provisional) != isForecast {
        let last = run.last
        end(&canvas)
        if let last { run = [last] }
        isForecast = point.state == .provisional
      }
      run.append(place)
      if point.state == .derived, isFew {
        canvas.circle(place.x, place.y, radius: 2, class: "tw-point tw-hollow tw-l0")
      }
      if hasHits {
        canvas.circle(place.x, place.y, radius: 4, class: "tw-hit", hover: chart.hover(index, i))
      }
    }
    end(&canvas)
  }

  /// The first and the last period below a picture.
  private func drawTimes(_ frame: SVGFrame, on canvas: inout SVGCanvas) {
    guard let first = chart.axis.positions.first, let last = chart.axis.positions.last else {
      return
    }
    canvas.text(first.label, frame.left, frame.bottom + 15, class: "tw-small tw-muted")
    guard textWidth(first.label + last.label, size: 12) + 8 < frame.right - frame.left else {
      return
    }
    canvas.text(
      last.label,
      frame.right,
      frame.bottom + 15,
      anchor: .end,
      class: "tw-small tw-muted"
    )
  }
}
