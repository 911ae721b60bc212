import Engine
import Reports

/// A drawing of a series, or of an answer that asks for one, as SVG; nil where words do better.
func svg(of answer: Answer) -> String? {
  switch answer.content {
  case .series: svgChart(answer)
  default: answer.form == nil ? nil : svgChart(answer)
  }
}

/// What stands in the place of a drawing: the SVG, else the line of small bars that was printed.
func chart(of answer: Answer, _ cell: ExportedSession.Cell) -> String? {
  if let svg = svg(of: answer) { return svg }
  guard case .series = answer.content, let bars = cell.lines.first(where: { $0.contains("⟦") })
  else {
    return nil
  }
  let drawing = bars.split(separator: "⟦")[0]
  return "<span class=\"bars\" aria-hidden=\"true\">\(escaped(drawing[...].trimmed))</span>"
}
