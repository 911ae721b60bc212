import Engine
import Guidance

/// Draws years, ranks, growth and balances as bars from zero.
package enum BarsWriter: ChartWriter {
  package static let form: ChartForm? = .bars

  package static let entry = Entry(
    "bars",
    category: .form,
    summary: "Draws bars from zero, to both sides where values are negative.",
    usage: "QUERY as bars",
    searchTerms: ["chart", "columns", "histogram"],
    examples: ["exports by year since 2015 as bars"]
  )
}
