import Guidance
import Language

extension Measure {
  static let exports = Measure(
    entry: Entry(
      "exports",
      aliases: ["export", "shipments", "出口"],
      category: .measure,
      summary: "Goods sold abroad, free on board (FOB), by country of destination.",
      usage: "exports [to PARTNER] [of PRODUCT]",
      reference: "IMTS 2010, UN Statistics Division",
      searchTerms: ["goods", "sales", "shipments", "fob"],
      examples: ["exports 2025-11", "exports to US yoy 2025-11"]
    ),
    terms: [(1, "exports")],
    kind: .trade,
    direction: .to
  )
}
