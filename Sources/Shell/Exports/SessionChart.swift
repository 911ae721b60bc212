import Engine
import Reports

/// A drawing of a series, or of an answer that asks for one, as SVG; nil where words do better.
func svg(of answer: Answer, width: Int = 640) -> String? {
  switch answer.content {
  case .series: svgChart(answer, width: width)
  default: answer.form == nil ? nil : svgChart(answer, width: width)
  }
}

/// What stands in the place of a drawing: the SVG for wide screens and for phones, else the line of
/// small bars that was printed.
func chart(of answer: Answer, _ cell: ExportedSession.Cell) -> String? {
  if let wide = svg(of: answer), let narrow = svg(of: answer, width: 360) {
    return "<div class=\"wide-only\">\(wide)</div><div class=\"narrow-only\">\(narrow)</div>"
  }
  guard case .series = answer.content, let bars = cell.lines.first(where: { $0.contains("⟦") })
  else {
    return nil
  }
  let drawing = bars.split(separator: "⟦")[0]
  return "<span class=\"bars\" aria-hidden=\"true\">\(escaped(drawing[...].trimmed))</span>"
}
