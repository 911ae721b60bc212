import Catalogue
import Guidance

/// How much of what a country uses comes from abroad.
struct ImportPenetration: Function {
  static let entry = Entry(
    "penetration",
    aliases: ["import penetration"],
    category: .function,
    summary: "Import penetration: imports in percent of what the country uses itself.",
    usage: "penetration(imports by year, exports by year, gdp)",
    formula: "100 × m ÷ (y − x + m)",
    reference: "UN ESCAP 2009, Trade statistics in policymaking, import penetration index",
    searchTerms: ["gdp", "demand", "ratio"],
    examples: ["penetration(imports by year, exports by year, gdp)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = try EconomyRatio.kind(arguments, for: ImportPenetration.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    EconomyRatio.panel(arguments) { 100 * $0[0] / ($0[2] - $0[1] + $0[0]) }
  }
}
