import Engine
import Guidance

/// Draws a series over time as a filled line.
package enum AreaWriter: ChartWriter {
  package static let form: ChartForm? = .area

  package static let entry = Entry(
    "area",
    category: .form,
    summary: "Draws a series over time as a line filled down to zero.",
    usage: "QUERY as area",
    searchTerms: ["chart", "filled"],
    examples: ["surplus since 2020 as area"]
  )
}
