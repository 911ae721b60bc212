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

  /// The same frame further down.
  func lowered(by height: Double) -> SVGFrame {
    SVGFrame(scale: scale, left: left, right: right, top: top + height, bottom: bottom + height)
  }

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
    // A pixel is a column here; labels are about eight of them wide for each character.
    let width = Int(canvas.width) - 4
    let ticks = fittingTicks(in: span, step: step, width: width, unit: 8) { month in
      place(month).map { Int($0.rounded()) }
    }
    for tick in ticks {
      let (x, middle) = (Double(tick.at), Double(tick.start) + textWidth(tick.label, size: 12) / 2)
      canvas.line(x, bottom, x, bottom + 4, class: "tw-axis")
      let isShifted = abs(middle - x) > 4
      canvas.text(
        tick.label,
        isShifted ? middle : x,
        bottom + 18,
        anchor: .middle,
        class: "tw-small tw-muted"
      )
    }
    canvas.bottom = max(canvas.bottom, bottom + 22)
  }
}
