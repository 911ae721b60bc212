import Guidance
import Language

extension Measure {
  static let imports = Measure(
    entry: Entry(
      "imports",
      aliases: ["import", "purchases", "进口"],
      category: .measure,
      summary: "Goods bought abroad, with cost, insurance and freight (CIF), by origin.",
      usage: "imports [from PARTNER] [of PRODUCT]",
      reference: "IMTS 2010, UN Statistics Division",
      searchTerms: ["goods", "purchases", "cif"],
      examples: ["imports 2025-11", "imports from Japan 2024"]
    ),
    terms: [(1, "imports")],
    kind: .trade,
    direction: .from
  )
}
