import Engine
import Guidance

/// Draws shades for members and periods, or for months and years.
package enum HeatMapWriter: ChartWriter {
  package static let form: ChartForm? = .heatmap

  package static let entry = Entry(
    "heatmap",
    category: .form,
    summary: "Draws shades for members and periods; a single series as months and years.",
    usage: "QUERY as heatmap",
    searchTerms: ["chart", "shades", "calendar"],
    examples: ["exports yoy since 2020 as heatmap"]
  )
}
