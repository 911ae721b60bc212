import Catalogue
import Guidance

/// Theil's entropy measure of how unequal members are.
struct Theil: Concentration {
  static let entry = Entry(
    "theil",
    aliases: ["theil index", "entropy"],
    category: .function,
    summary: "Theil index of inequality between members: 0 equal, ln n a single one.",
    usage: "theil(QUERY by DIMENSION)",
    formula: "1 ÷ n × Σ (x[i] ÷ x̄) ln (x[i] ÷ x̄)",
    reference: "Cadot, Carrère and Strauss-Kahn 2011, Export diversification, Rev. Econ. Stat. 93",
    searchTerms: ["concentration", "diversification", "inequality"],
    examples: ["theil(exports by partner 2024)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try Theil.count(arguments, 1, at: span)
    kind = try Members.kind(of: arguments[0], for: Theil.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel {
    Members.panel(of: arguments[0]) { members, _ in
      let mean = Mean.value(of: members)
      let sum = members.reduce(0) { sum, value in
        value > 0 ? sum + value / mean * naturalLogarithm(value / mean) : sum
      }
      return sum / Double(members.count)
    }
  }
}
