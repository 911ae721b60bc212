import Catalogue
import Guidance

/// How many members of equal size would be as concentrated.
struct NumbersEquivalent: Concentration {
  static let entry = Entry(
    "neq",
    aliases: ["numbers equivalent", "number equivalent", "effective number"],
    category: .function,
    summary: "How many members of equal size would be as concentrated: 1 ÷ hhi.",
    usage: "neq(QUERY by DIMENSION)",
    formula: "1 ÷ Σ (x[i] ÷ X)², X the whole",
    reference: "Adelman 1969, Comment on the H concentration measure, Rev. Econ. Stat. 51",
    searchTerms: ["concentration", "diversification", "herfindahl"],
    examples: ["neq(exports by partner 2024)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try NumbersEquivalent.count(arguments, 1, at: span)
    kind = try Members.kind(of: arguments[0], for: NumbersEquivalent.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    Members.squares(of: arguments[0]) { 1 / $0 }
      ?? Members.panel(of: arguments[0]) { 1 / HerfindahlHirschman.index($0, $1) }
  }
}
