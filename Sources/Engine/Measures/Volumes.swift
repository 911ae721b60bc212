import Guidance
import Language

extension Measure {
  static let exportVolume = Measure(
    entry: Entry(
      "export volume",
      aliases: ["exports volume", "export quantity", "出口量"],
      category: .measure,
      summary: "Exports of a product in tonnes.",
      usage: "export volume of PRODUCT",
      searchTerms: ["quantity", "tonnes", "weight"],
      examples: ["export volume of steel 2025"]
    ),
    terms: [(1, "exports.quantity")],
    kind: .volume,
    direction: .to
  )

  static let importVolume = Measure(
    entry: Entry(
      "import volume",
      aliases: ["imports volume", "import quantity", "进口量"],
      category: .measure,
      summary: "Imports of a product in tonnes.",
      usage: "import volume of PRODUCT",
      searchTerms: ["quantity", "tonnes", "weight"],
      examples: ["import volume of soybeans 2025-11"]
    ),
    terms: [(1, "imports.quantity")],
    kind: .volume,
    direction: .from
  )
}
