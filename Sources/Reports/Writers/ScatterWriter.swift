import Engine
import Guidance

/// Draws one quantity against another.
package enum ScatterWriter: ChartWriter {
  package static let form: ChartForm? = .scatter

  package static let entry = Entry(
    "scatter",
    category: .form,
    summary: "Draws one quantity against another, a point for each period or member.",
    usage: "QUERY as scatter",
    searchTerms: ["chart", "relation", "correlation", "against"],
    examples: ["exports yoy vs imports yoy since 2020 as scatter"]
  )
}
