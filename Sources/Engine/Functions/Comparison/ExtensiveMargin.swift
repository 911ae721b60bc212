import Catalogue
import Guidance
import Language

/// How broad exports are: the weight in the world of what is sold at all.
struct ExtensiveMargin: Function {
  static let entry = Entry(
    "em",
    aliases: ["extensive margin"],
    category: .function,
    summary: "Share of world exports that are of products the country exports at all.",
    usage: "em(exports by product)",
    formula: "100 × Σ x[world, p] of the products exported ÷ x[world]",
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
    kind = try Margins.kind(arguments, for: ExtensiveMargin.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    Margins.panel(arguments) { _, shared, world in 100 * shared / world }
  }
}
