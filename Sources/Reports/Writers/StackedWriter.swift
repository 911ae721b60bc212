import Engine
import Guidance

/// Draws parts on top of each other.
package enum StackedWriter: ChartWriter {
  package static let form: ChartForm? = .stacked

  package static let entry = Entry(
    "stacked",
    category: .form,
    summary: "Draws parts on top of each other, such as shares of a whole.",
    usage: "QUERY as stacked",
    searchTerms: ["chart", "shares", "parts"],
    examples: ["exports to US, EU by quarter since 2023 as stacked"]
  )
}
