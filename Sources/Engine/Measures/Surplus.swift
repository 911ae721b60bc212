import Guidance
import Language

extension Measure {
  static let surplus = Measure(
    entry: Entry(
      "surplus",
      aliases: ["balance", "trade balance", "trade surplus", "net exports", "顺差", "贸易差额"],
      category: .measure,
      summary: "Exports less imports; negative where imports are larger.",
      usage: "surplus [with PARTNER]",
      formula: "exports (FOB) − imports (CIF)",
      reference: "IMTS 2010, UN Statistics Division",
      searchTerms: ["balance", "net exports"],
      examples: ["surplus 2025", "surplus ytd 2025-11", "surplus with US 2024"]
    ),
    terms: [(1, "exports"), (-1, "imports")],
    kind: .trade,
    direction: .with,
    isSigned: true
  )
}
