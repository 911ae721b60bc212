import Guidance

/// The ways in which a result may be shown, in the order in which help lists them.
package let forms: [Entry] = [
  form("table", "Rows and columns of text."),
  form("line", "A line chart over time."),
  form("bars", "Bars, from zero."),
  form("area", "A filled line chart."),
  form("stacked", "Bars or areas stacked on each other."),
  form("heatmap", "Shades for the cells of a table."),
  form("sparkline", "One line of small bars."),
  form("chart", "The drawing that suits the answer."),
  form("svg", "A drawing as scalable vector graphics."),
  form("csv", "Comma-separated values, full precision."),
  form("json", "One JSON object, full precision."),
  form("markdown", "A table in Markdown."),
]

private func form(_ name: String, _ summary: String) -> Entry {
  Entry(
    name,
    category: .form,
    summary: summary,
    usage: "QUERY as \(name)",
    examples: ["exports by year since 2020 as \(name)"]
  )
}
