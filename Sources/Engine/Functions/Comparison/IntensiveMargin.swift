import Catalogue
import Guidance
import Language

/// How deep exports are: the part in the world of what is sold at all.
struct IntensiveMargin: Function {
  static let entry = Entry(
    "im",
    aliases: ["intensive margin"],
    category: .function,
    summary: "Share of the country in world exports of the products it exports at all.",
    usage: "im(exports by product)",
    formula: "100 × x[c] ÷ Σ x[world, p] of the products exported",
    reference: "Hummels and Klenow 2005, The variety and quality of a nation's exports, AER 95",
    searchTerms: ["diversification", "variety", "margin", "products"],
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
    kind = try Margins.kind(arguments, for: IntensiveMargin.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    Margins.panel(arguments) { own, shared, _ in 100 * own / shared }
  }
}
