import Engine
import Reports

/// A drawing of an answer as SVG; nil where there is nothing to draw.
func svg(of answer: Answer) -> String? { svgChart(answer) }

/// What stands in the place of a drawing: the SVG, else the line of small bars that was printed.
func chart(of answer: Answer, _ cell: ExportedSession.Cell) -> String? {
  if let chart = htmlChart(answer) { return chart }
  guard case .series = answer.content, let bars = cell.lines.first(where: { $0.contains("⟦") })
  else {
    return nil
  }
  let drawing = bars.split(separator: "⟦")[0]
  return "<span class=\"bars\" aria-hidden=\"true\">\(escaped(drawing[...].trimmed))</span>"
}
