import Catalogue
import Guidance
import Language

/// A partner's share in a country's exports over its share in world exports.
struct TradeIntensity: Function {
  static let entry = Entry(
    "tii",
    aliases: ["trade intensity"],
    category: .function,
    summary: "How much more a country trades with a partner than the world does.",
    usage: "tii(QUERY to PARTNER)",
    formula: "(x[c, j] ÷ x[c]) ÷ (x[world, j] ÷ x[world])",
    reference: "WITS, Trade Indicators, trade intensity index; Drysdale and Garnaut 1982",
    searchTerms: ["intensity", "partner", "bilateral"],
    examples: []
  )

  let kind: Kind

  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    try WorldComparison.plans(for: arguments, entry, .partner, invocation)
  }

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = WorldComparison.kind(arguments)
  }

  func run(_ arguments: [Panel]) -> Panel {
    WorldComparison.panel(arguments) { $0 }
  }
}
