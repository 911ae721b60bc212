/// Draws one quantity against another, a point for each period or member, the telling ones named.
struct SVGScatter {
  let chart: Chart
  let top: Double

  init(_ chart: Chart, top: Double) {
    self.chart = chart
    self.top = top
  }

  func draw(on canvas: inout SVGCanvas) -> Double {
    guard let horizontal = chart.horizontal, let vertical = chart.series.first else { return top }
    let bounds = chart.bounds ?? (0, 1)
    let scale = ValueScale(from: bounds.low, to: bounds.high, ticks: 6)
    let ticks = scale.tickFormat(chart.format)
    let gutter = scale.ticks.map { textWidth(ticks.text($0), size: 12) }.max() ?? 0
    let known = horizontal.points.compactMap(\.value)
    let across = ValueScale(
      from: known.min() ?? 0,
      to: known.max() ?? 1,
      ticks: canvas.width >= 480 ? 7 : 4
    )
    let frame = SVGFrame(
      scale: scale,
      left: 16 + gutter + 8,
      right: canvas.width - 24,
      top: top + 10,
      bottom: top + 10 + max(200, min(340, canvas.width * 0.5))
    )
    canvas.text(
      "↑ \(vertical.name), \(chart.format.unitLabel)",
      16,
      top - 4,
      class: "tw-small tw-muted"
    )
    frame.drawValueAxis(on: &canvas, chart.format)
    drawHorizontalAxis(horizontal, across, frame, on: &canvas)
    if let fit = chart.fit { drawFit(fit, across, frame, on: &canvas) }
    let places = zip(horizontal.points, vertical.points).map { x, y in
      (x: frame.x(across.fraction(x.value ?? 0)), y: frame.y(y.value ?? 0))
    }
    let isCrowded = places.count > 1000
    if isCrowded { canvas.dots(places, class: "tw-dots tw-l0") }
    for (i, place) in places.enumerated() where !isCrowded {
      let isHollow = vertical.points[i].state != .ok || horizontal.points[i].state != .ok
      canvas.circle(
        place.x,
        place.y,
        radius: places.count > 200 ? 2 : 3.2,
        class: isHollow ? "tw-point tw-hollow tw-l0" : "tw-f0 tw-through",
        hover: hover(i)
      )
    }
    name(places, frame, on: &canvas)
    return canvas.bottom
  }

  private func drawHorizontalAxis(
    _ horizontal: Chart.Horizontal,
    _ across: ValueScale,
    _ frame: SVGFrame,
    on canvas: inout SVGCanvas
  ) {
    let format = across.tickFormat(horizontal.format)
    canvas.line(frame.left, frame.bottom, frame.right, frame.bottom, class: "tw-axis")
    for tick in across.ticks {
      let x = frame.x(across.fraction(tick))
      if tick == 0 {
        canvas.line(x, frame.top, x, frame.bottom, class: "tw-axis")
      } else {
        canvas.line(x, frame.bottom, x, frame.bottom + 4, class: "tw-axis")
      }
      canvas.text(
        format.text(tick),
        x,
        frame.bottom + 18,
        anchor: .middle,
        class: "tw-small tw-muted"
      )
    }
    canvas.text(
      "\(horizontal.name), \(horizontal.format.unitLabel) →",
      frame.right,
      frame.bottom + 36,
      anchor: .end,
      class: "tw-small tw-muted"
    )
  }

  /// The part of the line of least squares that lies inside of the plot.
  private func drawFit(
    _ fit: Chart.Fit,
    _ across: ValueScale,
    _ frame: SVGFrame,
    on canvas: inout SVGCanvas
  ) {
    var ends = [across.low, across.high]
    if fit.slope != 0 {
      let borders = [frame.scale.low, frame.scale.high].map { ($0 - fit.intercept) / fit.slope }
        .sorted()
      ends = [max(ends[0], borders[0]), min(ends[1], borders[1])]
    }
    guard ends[0] < ends[1] else { return }
    canvas.path(
      ends.map { (frame.x(across.fraction($0)), frame.y(fit.intercept + fit.slope * $0)) },
      class: "tw-line tw-l1"
    )
  }

  /// Names beside the telling points, where they meet neither each other nor a border.
  private func name(
    _ places: [(x: Double, y: Double)],
    _ frame: SVGFrame,
    on canvas: inout SVGCanvas
  ) {
    var taken: [(left: Double, right: Double, y: Double)] = []
    for i in chart.telling(atMost: canvas.width < 480 ? 5 : 10) {
      let text = truncated(chart.axis.positions[i].starredLabel, to: 20)
      let width = textWidth(text, size: 12)
      let place = places[i]
      for left in [place.x + 7, place.x - 7 - width] {
        let isInside = left >= frame.left && left + width <= canvas.width - 4
        let isFree = taken.allSatisfy {
          left > $0.right || left + width < $0.left || abs($0.y - place.y) > 13
        }
        let hidesPoint = places.enumerated().contains { other, point in
          other != i && point.x > left - 4 && point.x < left + width + 4
            && abs(point.y - place.y) < 9
        }
        guard isInside, isFree, !hidesPoint else { continue }
        canvas.text(text, left, place.y + 4, class: "tw-small")
        taken.append((left - 3, left + width + 3, place.y))
        break
      }
    }
  }

  private func hover(_ index: Int) -> String {
    guard let horizontal = chart.horizontal, let x = horizontal.points[index].value else {
      return chart.hover(0, index)
    }
    let format = horizontal.format
    let unit = format.suffix.isEmpty ? " " + format.unitLabel : format.suffix
    return "\(chart.hover(0, index)); \(horizontal.name) \(format.text(x))\(unit)"
  }
}
