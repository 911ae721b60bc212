import Catalogue
import Guidance

/// The Herfindahl–Hirschman index freed from the number of members: 0 where all are equal.
struct NormalisedHerfindahl: Concentration {
  static let entry = Entry(
    "hhin",
    aliases: ["normalised hhi", "normalized hhi"],
    category: .function,
    summary: "Herfindahl–Hirschman index from 0, all members equal, to 1, a single one.",
    usage: "hhin(QUERY by DIMENSION)",
    formula: "(H − 1 ÷ n) ÷ (1 − 1 ÷ n), H = Σ (x[i] ÷ Σ x)² of the n members",
    reference: "Cracau and Durán Lima 2016, On the normalized HHI, Int. J. Food System Dyn. 7",
    searchTerms: ["concentration", "diversification", "index", "herfindahl"],
    examples: ["hhin(exports by partner 2024)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try NormalisedHerfindahl.count(arguments, 1, at: span)
    kind = try Members.kind(of: arguments[0], for: NormalisedHerfindahl.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    Members.panel(of: arguments[0]) { members, _ in
      let least = 1 / Double(members.count)
      return (HerfindahlHirschman.index(members, 0) - least) / (1 - least)
    }
  }
}
