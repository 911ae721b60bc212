import Catalogue
import Guidance

/// How much an economy trades for its size.
struct Openness: Function {
  static let entry = Entry(
    "openness",
    aliases: ["trade openness"],
    category: .function,
    summary: "Trade openness: exports and imports together in percent of output.",
    usage: "openness(exports by year, imports by year, gdp)",
    formula: "100 × (x + m) ÷ y",
    reference: "UN ESCAP 2009, Trade statistics in policymaking, trade dependence index",
    searchTerms: ["gdp", "dependence", "ratio"],
    examples: ["openness(exports by year, imports by year, gdp)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = try EconomyRatio.kind(arguments, for: Openness.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    EconomyRatio.panel(arguments) { 100 * ($0[0] + $0[1]) / $0[2] }
  }
}
