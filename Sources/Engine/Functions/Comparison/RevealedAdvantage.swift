import Catalogue
import Guidance
import Language

/// Balassa's index: a product's share in a country's exports over its share in world exports.
struct RevealedAdvantage: Function {
  static let entry = Entry(
    "rca",
    aliases: ["balassa", "revealed comparative advantage"],
    category: .function,
    summary: "Balassa's revealed comparative advantage; needs world trade by product.",
    usage: "rca(QUERY of PRODUCT)",
    formula: "(x[c, p] ÷ x[c]) ÷ (x[world, p] ÷ x[world])",
    reference: "Balassa 1965, Trade liberalisation and revealed comparative advantage",
    searchTerms: ["comparative advantage", "specialisation"],
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
    WorldComparison.panel(arguments) { $0 }
  }
}
