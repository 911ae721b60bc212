import Guidance
import Language

extension Measure {
  static let trade = Measure(
    entry: Entry(
      "trade",
      aliases: ["total trade", "turnover", "进出口"],
      category: .measure,
      summary: "Exports and imports together.",
      usage: "trade [with PARTNER]",
      formula: "exports + imports",
      searchTerms: ["turnover", "both directions"],
      examples: ["trade with Germany 2024", "trade by year"]
    ),
    terms: [(1, "exports"), (1, "imports")],
    kind: .trade,
    direction: .with
  )
}
