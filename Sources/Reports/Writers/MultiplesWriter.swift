import Engine
import Guidance

/// Draws a small picture for each series, all on one scale.
package enum MultiplesWriter: ChartWriter {
  package static let form: ChartForm? = .multiples

  package static let entry = Entry(
    "multiples",
    category: .form,
    summary: "Draws a small picture for each series, all on one scale.",
    usage: "QUERY as multiples",
    searchTerms: ["chart", "small multiples", "panels", "facets", "trellis"],
    examples: ["exports to US, ASEAN, EU since 2024 as multiples"]
  )
}
