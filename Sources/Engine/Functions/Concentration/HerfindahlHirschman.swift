import Catalogue
import Guidance

/// The concentration of a whole on its members: the sum of their squared shares.
///
/// Shares are those of the whole. What is left of it beside the members shown counts as many small
/// ones: the index is then a lower bound.
struct HerfindahlHirschman: Concentration {
  static let entry = Entry(
    "hhi",
    aliases: ["herfindahl", "concentration"],
    category: .function,
    summary: "Herfindahl–Hirschman index: the sum of squared shares, from 0 to 1.",
    usage: "hhi(QUERY by DIMENSION)",
    formula: "Σ (x[i] ÷ X)², X the whole",
    reference: "Hirschman 1964, The paternity of an index, American Economic Review 54",
    searchTerms: ["concentration", "diversification", "index"],
    examples: ["hhi(exports by partner 2024)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try HerfindahlHirschman.count(arguments, 1, at: span)
    kind = try Members.kind(of: arguments[0], for: HerfindahlHirschman.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    Members.squares(of: arguments[0]) { $0 }
      ?? Members.panel(of: arguments[0], HerfindahlHirschman.index)
  }

  static func index(_ members: [Double], _ rest: Double) -> Double {
    let whole = members.reduce(rest, +)
    return members.reduce(0) { $0 + ($1 / whole) * ($1 / whole) }
  }
}
