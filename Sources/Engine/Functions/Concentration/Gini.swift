import Catalogue
import Guidance

/// Gini's measure of how unequal members are.
struct Gini: Concentration {
  static let entry = Entry(
    "gini",
    aliases: ["gini coefficient"],
    category: .function,
    summary: "Gini coefficient of members: 0 equal, near 1 where one has everything.",
    usage: "gini(QUERY by DIMENSION)",
    formula: "2 Σ i x[i] ÷ (n Σ x) − (n + 1) ÷ n, x in ascending order",
    reference: "Cadot, Carrère and Strauss-Kahn 2011, Export diversification, Rev. Econ. Stat. 93",
    searchTerms: ["concentration", "diversification", "inequality"],
    examples: ["gini(exports by partner 2024)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try Gini.count(arguments, 1, at: span)
    kind = try Members.kind(of: arguments[0], for: Gini.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    Members.panel(of: arguments[0]) { members, _ in
      let count = Double(members.count)
      let ranked = members.sorted().enumerated().reduce(0) { sum, member in
        sum + Double(member.offset + 1) * member.element
      }
      return 2 * ranked / (count * members.reduce(0, +)) - (count + 1) / count
    }
  }
}
