import Catalogue
import Guidance
import Language

/// A price index that takes the quantities of each period.
struct Paasche: Function {
  static let entry = Entry(
    "paasche",
    aliases: ["paasche index"],
    category: .function,
    summary: "Unit value index with the quantities of each period; the first is 100.",
    usage: "paasche(QUERY by product)",
    formula: "100 × Σ p[t] q[t] ÷ Σ p[0] q[t], p = value ÷ quantity",
    reference: "IMF 2009, Export and import price index manual, chapter 16",
    searchTerms: ["price", "unit value", "index", "volume", "quantity"],
    examples: ["paasche(imports of soybeans since 2024)"]
  )

  let kind: Kind

  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    try UnitValues.plans(for: arguments, entry, invocation)
  }

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = try UnitValues.kind(arguments, for: Paasche.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel { UnitValues.panel(arguments, UnitValues.paasche) }
}
