import Catalogue
import Guidance
import Language

/// What exports cost in terms of imports.
struct TermsOfTrade: Function {
  static let entry = Entry(
    "tot",
    aliases: ["terms of trade"],
    category: .function,
    summary: "Terms of trade: unit values of exports over those of imports, first 100.",
    usage: "tot(exports by product, imports by product)",
    formula: "100 × fisher(exports) ÷ fisher(imports)",
    reference: "UNCTAD Handbook of Statistics, net barter terms of trade",
    searchTerms: ["price", "unit value", "barter"],
    examples: []
  )

  let kind: Kind

  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    guard arguments.count == 2 else {
      throw Diagnostic(
        "wrong-arguments",
        "`tot` takes 2 arguments, not \(arguments.count)",
        at: invocation.span,
        notes: ["as in `\(entry.usage)`"]
      )
    }
    let exports = try UnitValues.plans(for: [arguments[0]], entry, invocation)
    return exports + (try UnitValues.plans(for: [arguments[1]], entry, invocation))
  }

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    kind = try UnitValues.kind(arguments, for: TermsOfTrade.entry, at: span)
    _ = try UnitValues.kind(Array(arguments[2...]), for: TermsOfTrade.entry, at: span)
    guard arguments[0].kind.frequency == arguments[2].kind.frequency else {
      throw Diagnostic("kinds-differ", "`tot` takes two queries with the same periods", at: span)
    }
  }

  func run(_ arguments: [Panel]) -> Panel {
    let sides = [arguments[..<2], arguments[2...]].map {
      UnitValues.panel(Array($0), UnitValues.fisher)
    }
    guard let numbers = sides[0].columns.first?.series.numbers,
      let base = numbers.first(where: { number in
        sides.allSatisfy { $0.columns.first?.series[number].hasValue == true }
      }),
      let start = sides[0].columns.first?.series[base],
      let cost = sides[1].columns.first?.series[base]
    else { return .number(.missing(.notLoaded)) }
    // The sides may begin in different periods: the first common one is 100.
    return sides[0].combined(with: sides[1]) { export, imported in
      Cell.computed(export, imported) {
        100 * ($0 / start.value) / ($1 / cost.value)
      }
    }
  }
}
