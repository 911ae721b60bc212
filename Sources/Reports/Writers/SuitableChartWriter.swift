import Engine
import Guidance

/// Draws an answer in the form that suits its figures, for `plot`.
package enum SuitableChartWriter: ChartWriter {
  package static let form: ChartForm? = nil

  package static let entry = Entry(
    "chart",
    category: .form,
    summary: "Draws the answer in the form that suits it.",
    searchTerms: ["plot", "graph", "draw"],
    examples: ["exports by year since 2015 as chart"]
  )
}
