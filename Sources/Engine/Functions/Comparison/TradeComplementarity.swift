import Catalogue
import Guidance

/// How well what one country exports fits what another imports.
struct TradeComplementarity: Function {
  static let entry = Entry(
    "tci",
    aliases: ["trade complementarity", "complementarity"],
    category: .function,
    summary: "How well exports fit another's imports by product: 0 not at all, 100 fully.",
    usage: "tci(exports by product, PARTNER imports by product)",
    formula: "100 × (1 − Σ |m[i] ÷ Σ m − x[i] ÷ Σ x| ÷ 2)",
    reference: "WITS, Trade Indicators, trade complementarity index; Michaely 1996",
    searchTerms: ["complement", "fit", "michaely", "partner"],
    examples: []
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try TradeComplementarity.count(arguments, 2, at: span)
    kind = try Overlap.kind(arguments, for: TradeComplementarity.entry, at: span)
  }

  // Half the sum of the absolute differences of shares is what does not overlap.
  func run(_ arguments: [Panel]) -> Panel { Overlap.panel(arguments) }
}
