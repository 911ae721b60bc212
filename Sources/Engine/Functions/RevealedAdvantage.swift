import Catalogue
import Guidance
import Periods

/// Balassa's index: a product's share in a country's exports over its share in world exports.
struct RevealedAdvantage: Function {
  static let entry = Entry(
    "rca",
    aliases: ["balassa", "revealed comparative advantage"],
    category: .function,
    summary: "Balassa's revealed comparative advantage; needs world trade by product.",
    usage: "rca(QUERY of PRODUCT)",
    formula: "(x[c, p] ÷ x[c]) ÷ (x[world, p] ÷ x[world])",
    reference: "Balassa 1965, Trade Liberalisation and Revealed Comparative Advantage",
    searchTerms: ["comparative advantage", "specialisation"],
    examples: []
  )

  let kind: Kind

  /// Takes the country's exports of the product, its exports, and both for the world; the resolver
  /// adds the last three.
  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try RevealedAdvantage.count(arguments, 1, at: span)
    throw Diagnostic(
      "world-not-loaded",
      "`rca` compares with world exports by product, and no such figures are loaded",
      at: span
    )
  }

  func run(_ arguments: [Panel]) -> Panel { arguments[0] }
}
