/// Draws what members had at two dates, joined by lines: those that rise and those that fall.
struct SVGSlope {
  let chart: Chart
  let top: Double

  init(_ chart: Chart, top: Double) {
    self.chart = chart
    self.top = top
  }

  func draw(on canvas: inout SVGCanvas) -> Double {
    let isWide = canvas.width >= 480 && chart.series.count > 1
    let names = chart.series.map { truncated($0.name, to: isWide ? 22 : 14) }
    func text(_ s: Int, _ side: Int, named: Bool) -> String {
      let number = chart.series[s].points[side].value.map(chart.format.text) ?? ""
      guard named, !names[s].isEmpty else { return number }
      return side == 0 ? "\(names[s])  \(number)" : "\(number)  \(names[s])"
    }
    let all = chart.series.indices
    let leftWidth = all.map { textWidth(text($0, 0, named: isWide), size: 12) }.max() ?? 0
    let rightWidth = all.map { textWidth(text($0, 1, named: true), size: 12) }.max() ?? 0
    let scale = ValueScale(from: chart.bounds?.low ?? 0, to: chart.bounds?.high ?? 1, ticks: 5)
    let frame = SVGFrame(
      scale: scale,
      left: 16 + leftWidth + 12,
      right: canvas.width - 16 - rightWidth - 12,
      top: top + 18,
      bottom: top + 18 + max(160, Double(chart.series.count) * 30)
    )
    for (x, anchor, position) in [
      (frame.left, SVGCanvas.Anchor.end, chart.axis.positions[0]),
      (frame.right, .start, chart.axis.positions[1]),
    ] {
      canvas.line(x, frame.top - 6, x, frame.bottom, class: "tw-grid")
      canvas.text(position.starredLabel, x, top + 4, anchor: anchor, class: "tw-strong")
    }
    for s in all { drawLine(s, frame, on: &canvas) }
    for side in 0...1 {
      let sorted = all.filter { chart.series[$0].points[side].value != nil }
        .sorted { y($0, side, frame) < y($1, side, frame) }
      let ys = apart(sorted.map { y($0, side, frame) }, by: 15, in: frame.top...frame.bottom)
      for (s, y) in zip(sorted, ys) {
        canvas.text(
          text(s, side, named: side == 1 || isWide),
          side == 0 ? frame.left - 10 : frame.right + 10,
          y + 4,
          anchor: side == 0 ? .end : .start,
          class: "tw-small"
        )
      }
    }
    canvas.bottom = max(canvas.bottom, frame.bottom + 8)
    return canvas.bottom
  }

  private func y(_ series: Int, _ side: Int, _ frame: SVGFrame) -> Double {
    frame.y(chart.series[series].points[side].value ?? 0)
  }

  private func drawLine(_ s: Int, _ frame: SVGFrame, on canvas: inout SVGCanvas) {
    let colour = chart.rises(s) ? 0 : 1
    let ends = [(x: frame.left, y: y(s, 0, frame)), (x: frame.right, y: y(s, 1, frame))]
    canvas.path(ends, class: "tw-line tw-l\(colour)\(colour == 1 ? " tw-d1" : "")")
    for side in 0...1 where chart.series[s].points[side].value != nil {
      let isHollow = chart.series[s].points[side].state != .ok
      canvas.circle(
        ends[side].x,
        ends[side].y,
        radius: 4,
        class: isHollow ? "tw-point tw-hollow tw-l\(colour)" : "tw-f\(colour)",
        hover: chart.hover(s, side)
      )
    }
  }
}

/// Places at least `distance` apart and as close as can be to those wished for, which ascend.
func apart(_ wished: [Double], by distance: Double, in range: ClosedRange<Double>) -> [Double] {
  var result: [Double] = []
  for place in wished { result.append(max(place, (result.last ?? -.infinity) + distance)) }
  var limit = range.upperBound
  for i in result.indices.reversed() {
    result[i] = min(result[i], limit)
    limit = result[i] - distance
  }
  return result
}
