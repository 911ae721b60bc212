import Catalogue
import Guidance
import Language

/// A price index that keeps the quantities of its base.
struct Laspeyres: Function {
  static let entry = Entry(
    "laspeyres",
    aliases: ["laspeyres index"],
    category: .function,
    summary: "Unit value index with the quantities of the first period, which is 100.",
    usage: "laspeyres(QUERY by product)",
    formula: "100 × Σ p[t] q[0] ÷ Σ p[0] q[0], p = value ÷ quantity",
    reference: "IMF 2009, Export and import price index manual, chapter 16",
    searchTerms: ["price", "unit value", "index", "volume", "quantity"],
    examples: ["laspeyres(imports of soybeans since 2024)"]
  )

  let kind: Kind

  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    try UnitValues.plans(for: arguments, entry, invocation)
  }

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = try UnitValues.kind(arguments, for: Laspeyres.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel { UnitValues.panel(arguments, UnitValues.laspeyres) }
}
