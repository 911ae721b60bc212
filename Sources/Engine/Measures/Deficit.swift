import Guidance
import Language

extension Measure {
  static let deficit = Measure(
    entry: Entry(
      "deficit",
      aliases: ["trade deficit", "逆差"],
      category: .measure,
      summary: "Imports less exports: the surplus with its sign turned.",
      usage: "deficit [with PARTNER]",
      formula: "imports (CIF) − exports (FOB)",
      searchTerms: ["balance"],
      examples: ["deficit 2025", "deficit with Taiwan 2024"]
    ),
    terms: [(-1, "exports"), (1, "imports")],
    kind: .trade,
    direction: .with,
    isSigned: true
  )
}
