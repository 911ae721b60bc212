import Catalogue
import Guidance
import Language

/// Balassa's index made symmetric: an advantage weighs as much as a disadvantage.
struct SymmetricAdvantage: Function {
  static let entry = Entry(
    "rsca",
    aliases: ["symmetric rca"],
    category: .function,
    summary: "Balassa's index between −1 and 1, 0 where the country is like the world.",
    usage: "rsca(QUERY of PRODUCT)",
    formula: "(rca − 1) ÷ (rca + 1)",
    reference: "Laursen 2015, Revealed comparative advantage, Eurasian Business Review 5",
    searchTerms: ["comparative advantage", "specialisation", "rca"],
    examples: []
  )

  let kind: Kind

  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    try WorldComparison.plans(for: arguments, entry, .product, invocation)
  }

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = WorldComparison.kind(arguments)
  }

  func run(_ arguments: [Panel]) -> Panel {
    WorldComparison.panel(arguments) { ($0 - 1) / ($0 + 1) }
  }
}
