/// Draws members and periods as cells whose shade is their value.
struct SVGHeatMap {
  let chart: Chart
  let top: Double

  init(_ chart: Chart, top: Double) {
    self.chart = chart
    self.top = top
  }

  func draw(on canvas: inout SVGCanvas) -> Double {
    let classes = ShadeClasses(chart.values.compactMap(\.self))
    let names = chart.series.map { truncated($0.name, to: 22) }
    let nameWidth = min(canvas.width / 3, names.map { textWidth($0, size: 12) }.max() ?? 0)
    let left = 16 + nameWidth + 8
    let labels = chart.axis.positions.map(\.starredLabel)
    let slot = (canvas.width - 16 - left) / Double(max(1, labels.count))
    let height = 24.0
    var free = 0.0
    for (i, label) in labels.enumerated() {
      let middle = left + (Double(i) + 0.5) * slot
      let half = textWidth(label, size: 12) / 2
      guard middle - half >= free, middle + half <= canvas.width else { continue }
      canvas.text(label, middle, top + 6, anchor: .middle, class: "tw-small tw-muted")
      free = middle + half + 4
    }
    let first = top + 14
    for (row, name) in names.enumerated() {
      let y = first + Double(row) * height
      canvas.text(name, left - 8, y + 16, anchor: .end, class: "tw-small")
      for (i, point) in chart.series[row].points.enumerated() {
        let x = left + Double(i) * slot
        guard let value = point.value else {
          canvas.text("·", x + slot / 2, y + 16, anchor: .middle, class: "tw-small tw-muted")
          continue
        }
        let shade = classes.shade(of: value)
        canvas.rectangle(
          x + 0.5,
          y + 0.5,
          slot - 1,
          height - 1,
          class: value < 0 ? "tw-f1" : "tw-f0",
          opacity: 0.14 + 0.76 * shade.strength,
          hover: chart.hover(row, i)
        )
        if point.state == .derived || point.state == .provisional {
          canvas.circle(x + slot - 6, y + 6, radius: 2.2, class: "tw-ring")
        }
        let text = chart.format.text(value)
        guard textWidth(text, size: 11) + 4 <= slot else { continue }
        canvas.text(
          text,
          x + slot / 2,
          y + 16,
          anchor: .middle,
          class: shade.strength > 0.8 ? "tw-small tw-value tw-over" : "tw-small tw-value"
        )
      }
    }
    return drawLegend(classes, y: first + Double(names.count) * height + 14, on: &canvas)
  }

  private func drawLegend(
    _ classes: ShadeClasses,
    y: Double,
    on canvas: inout SVGCanvas
  ) -> Double {
    let format = classes.scale.tickFormat(chart.format)
    var x = 16.0
    for (shade, text) in classes.all(format) {
      canvas.rectangle(
        x,
        y,
        14,
        12,
        class: shade.role == .secondSeries ? "tw-f1" : "tw-f0",
        opacity: 0.14 + 0.76 * shade.strength
      )
      canvas.text(text, x + 19, y + 10, class: "tw-small tw-muted")
      x += 19 + textWidth(text, size: 12) + 14
    }
    return y + 14
  }
}
