import Catalogue
import Guidance
import Language

/// An index of quantities: value without Fisher's price.
struct VolumeIndex: Function {
  static let entry = Entry(
    "volume",
    aliases: ["volume index", "quantity index"],
    category: .function,
    summary: "How much more was traded, prices aside; the first period is 100.",
    usage: "volume(QUERY by product)",
    formula: "100 × (Σ v[t] ÷ Σ v[0]) ÷ (fisher ÷ 100)",
    reference: "IMF 2009, Export and import price index manual, chapter 16",
    searchTerms: ["price", "unit value", "index", "volume", "quantity"],
    examples: ["volume(imports of soybeans since 2024)"]
  )

  let kind: Kind

  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    try UnitValues.plans(for: arguments, entry, invocation)
  }

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = try UnitValues.kind(arguments, for: VolumeIndex.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel { UnitValues.panel(arguments, UnitValues.volume) }
}
