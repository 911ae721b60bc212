import Periods

/// Names, shades and lines of events behind a drawing on a page.
struct SVGEvents {
  private let chart: Chart
  private let layout: EventLayout

  /// How much room the names take above the plot.
  var height: Double { Double(layout.rows) * 15 }

  /// `place` is where a month lies between `left` and `right`, for months before and behind as well.
  init(_ chart: Chart, left: Double, right: Double, place: @escaping (Month) -> Double) {
    self.chart = chart
    self.place = { min(right, max(left, place($0))) }
    let within = self.place
    layout = EventLayout(
      chart.events,
      atMost: 2,
      from: left,
      to: right,
      gap: 8,
      place: { within($0) + 3 },
      width: { textWidth($0, size: 12) }
    )
  }

  private let place: (Month) -> Double

  /// Shades spells, marks days and names both; the key of letters goes below the drawing.
  func draw(on canvas: inout SVGCanvas, top: Double, bottom: Double) {
    for event in chart.events {
      guard let end = event.end else { continue }
      let start = place(event.start)
      canvas.rectangle(
        start,
        top - height,
        max(2, place(end) - start),
        bottom - top + height,
        class: "tw-shade",
        hover: event.dated
      )
    }
    for event in chart.events where event.end == nil {
      let x = place(event.start)
      canvas.line(x, top - height, x, bottom, class: "tw-axis tw-event")
    }
    for label in layout.labels {
      canvas.text(
        label.text,
        label.start,
        top - height + Double(label.row) * 15 + 11,
        class: "tw-small tw-muted"
      )
    }
    if !layout.key.isEmpty { canvas.notes.append(layout.key.joined(separator: "\u{A0}· ")) }
  }
}
