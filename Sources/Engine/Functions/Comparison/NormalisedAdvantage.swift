import Catalogue
import Guidance
import Language

/// A country's exports of a product beyond what its size would suggest, as a part of world exports.
struct NormalisedAdvantage: Function {
  static let entry = Entry(
    "nrca",
    aliases: ["normalised rca", "normalized rca"],
    category: .function,
    summary: "Exports beyond the neutral level, per 10,000 of world exports; 0 is neutral.",
    usage: "nrca(QUERY of PRODUCT)",
    formula: "10,000 × (x[c, p] ÷ X − x[c] x[p] ÷ X²), X the exports of the world",
    reference: "Yu, Cai and Leung 2009, The normalized RCA index, Annals of Regional Science 43",
    searchTerms: ["comparative advantage", "specialisation", "rca"],
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
    kind = WorldComparison.kind(arguments)
  }

  func run(_ arguments: [Panel]) -> Panel {
    let own = arguments[0].withoutRest.combined(with: arguments[3]) { part, world in
      Cell.computed(part, world) { $0 / $1 }
    }
    let share = arguments[2].withoutRest.combined(with: arguments[3]) { part, world in
      Cell.computed(part, world) { $0 / $1 }
    }
    let size = arguments[1].combined(with: arguments[3]) { whole, world in
      Cell.computed(whole, world) { $0 / $1 }
    }
    let neutral = share.combined(with: size) { share, size in
      Cell.computed(share, size) { $0 * $1 }
    }
    return own.combined(with: neutral) { own, neutral in
      Cell.computed(own, neutral) { 10_000 * ($0 - $1) }
    }
  }
}
