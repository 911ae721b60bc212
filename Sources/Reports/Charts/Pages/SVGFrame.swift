import Periods

/// The plot of a drawing on a page, with round ticks at its left and time below.
struct SVGFrame {
  let scale: ValueScale
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  func y(_ value: Double) -> Double { bottom - scale.fraction(value) * (bottom - top) }

  func x(_ fraction: Double) -> Double { left + fraction * (right - left) }

  /// Draws ticks and grid lines; the line at zero is stronger.
  func drawValueAxis(on canvas: inout SVGCanvas, _ format: NumberFormat) {
    let ticks = scale.tickFormat(format)
    for tick in scale.ticks {
      let y = y(tick)
      canvas.line(left, y, right, y, class: tick == 0 ? "tw-axis" : "tw-grid")
      canvas.text(ticks.text(tick), left - 6, y + 4, anchor: .end, class: "tw-small tw-muted")
    }
  }

  /// Draws the ticks of time at the places that `place` gives for a month.
  func drawTimeAxis(
    on canvas: inout SVGCanvas,
    _ axis: Chart.Axis,
    place: (Month) -> Double?
  ) {
    guard let span = axis.span, let step = axis.step else { return }
    canvas.line(left, bottom, right, bottom, class: "tw-axis")
    let count = max(2, Int((right - left) / 64))
    for tick in timeTicks(in: span, step: step, atMost: count) {
      guard let x = place(tick.month) else { continue }
      canvas.line(x, bottom, x, bottom + 4, class: "tw-axis")
      canvas.text(tick.label, x, bottom + 18, anchor: .middle, class: "tw-small tw-muted")
    }
    canvas.bottom = max(canvas.bottom, bottom + 22)
  }

  /// Shades episodes and marks points in time, with their names at the top.
  func drawEvents(on canvas: inout SVGCanvas, _ chart: Chart) {
    guard let span = chart.axis.span else { return }
    for event in chart.events {
      let start = x(min(1, max(0, chart.axis.fraction(of: event.start, in: span))))
      if let end = event.end {
        let end = x(min(1, max(0, chart.axis.fraction(of: end, in: span))))
        canvas.rectangle(start, top, max(1, end - start), bottom - top, class: "tw-shade")
      } else {
        canvas.line(start, top, start, bottom, class: "tw-axis tw-event")
      }
      canvas.text(event.name, start + 3, top + 11, class: "tw-small tw-muted")
    }
  }
}
