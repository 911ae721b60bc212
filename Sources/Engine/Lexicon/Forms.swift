import Guidance

/// The ways in which a result may be shown, in the order in which help lists them.
package let forms: [Entry] = [
  form("table", "Rows and columns of text."),
  form("line", "A line chart over time."),
  form("bars", "Bars, from zero."),
  form("area", "A filled line chart."),
  form(
    "stacked",
    "Bars or areas stacked on each other.",
    example: "exports to US, ASEAN, EU by quarter in 2025 as stacked"
  ),
  form("heatmap", "Shades for the cells of a table."),
  form(
    "multiples",
    "A small picture for each of many series, on one scale.",
    example: "exports to US, ASEAN, EU since 2024 as multiples"
  ),
  form(
    "slope",
    "Two dates, joined by a line for each member.",
    example: "exports to US, ASEAN, Japan by year in 2018..2024 as slope"
  ),
  form(
    "scatter",
    "One quantity against another; `with fit` adds the line of least squares.",
    example: "exports yoy vs imports yoy since 2020 as scatter"
  ),
  form("sparkline", "One line of small bars."),
  form("chart", "The drawing that suits the answer."),
  form("svg", "A drawing as scalable vector graphics."),
  form("csv", "Comma-separated values, full precision."),
  form("json", "One JSON object, full precision."),
  form("markdown", "A table in Markdown."),
]

private func form(_ name: String, _ summary: String, example: String? = nil) -> Entry {
  Entry(
    name,
    category: .form,
    summary: summary,
    usage: "QUERY as \(name)",
    examples: [example ?? "exports by year since 2020 as \(name)"]
  )
}
