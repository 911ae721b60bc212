import Engine
import Guidance

/// Draws what members had at two dates, joined by lines.
package enum SlopeWriter: ChartWriter {
  package static let form: ChartForm? = .slope

  package static let entry = Entry(
    "slope",
    category: .form,
    summary: "Draws what members had at two dates, joined by lines.",
    usage: "QUERY as slope",
    searchTerms: ["chart", "two dates", "before and after"],
    examples: ["exports to US, ASEAN, Japan by year in 2018..2024 as slope"]
  )
}
