import Catalogue
import Guidance
import Language

/// The price index halfway between those of Laspeyres and Paasche.
struct Fisher: Function {
  static let entry = Entry(
    "fisher",
    aliases: ["fisher index", "unit value index"],
    category: .function,
    summary: "Unit value index between Laspeyres and Paasche; the first period is 100.",
    usage: "fisher(QUERY by product)",
    formula: "√(laspeyres × paasche)",
    reference: "IMF 2009, Export and import price index manual, chapter 16",
    searchTerms: ["price", "unit value", "index", "volume", "quantity"],
    examples: ["fisher(imports of soybeans since 2024)"]
  )

  let kind: Kind

  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    try UnitValues.plans(for: arguments, entry, invocation)
  }

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = try UnitValues.kind(arguments, for: Fisher.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel { UnitValues.panel(arguments, UnitValues.fisher) }
}
