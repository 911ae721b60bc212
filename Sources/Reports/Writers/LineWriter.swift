import Engine
import Guidance

/// Draws series over time as lines.
package enum LineWriter: ChartWriter {
  package static let form: ChartForm? = .line

  package static let entry = Entry(
    "line",
    category: .form,
    summary: "Draws series over time as lines.",
    usage: "QUERY as line",
    searchTerms: ["chart", "plot", "curve"],
    examples: ["exports yoy since 2020 as line"]
  )
}
