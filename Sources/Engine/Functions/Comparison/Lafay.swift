import Catalogue
import Guidance
import Language

/// What a product adds to the balance beyond its part in trade.
struct Lafay: Function {
  static let entry = Entry(
    "lafay",
    aliases: ["lafay index", "lfi"],
    category: .function,
    summary: "Lafay index: specialisation from both directions of trade; sums to zero.",
    usage: "lafay(exports by product, imports by product)",
    formula: "100 × ((x − m) ÷ (x + m) − (X − M) ÷ (X + M)) × (x + m) ÷ (X + M)",
    reference: "Lafay 1992, The measurement of revealed comparative advantages",
    searchTerms: ["comparative advantage", "specialisation", "balance"],
    examples: ["lafay(exports to Japan 2024, imports from Japan 2024)"]
  )

  let kind: Kind

  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    var parts: [Plan] = []
    var wholes: [Plan] = []
    guard arguments.count == 2 else {
      throw Diagnostic(
        "wrong-arguments",
        "`lafay` takes 2 arguments, not \(arguments.count)",
        at: invocation.span,
        notes: ["as in `\(entry.usage)`"]
      )
    }
    for argument in arguments {
      guard case .phrase(let phrase) = argument, case .measure(let name, _) = phrase.head,
        ["exports", "imports"].contains(name.text), phrase.transforms.isEmpty
      else {
        throw Diagnostic(
          "wrong-arguments",
          "`lafay` takes exports and imports of the same parts, in money",
          at: invocation.span,
          notes: ["as in `\(entry.usage)`"]
        )
      }
      parts.append(try invocation.plan(argument))
      let ofProduct = phrase.without(.product)
      let whole = ofProduct == phrase ? phrase.without(.partner) : ofProduct
      wholes.append(try invocation.plan(.phrase(whole)))
    }
    return parts + wholes
  }

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    let kinds = arguments.map(\.kind)
    guard kinds[0].unit == kinds[1].unit, kinds[0].dimensions == kinds[1].dimensions,
      kinds[0].frequency == kinds[1].frequency, kinds[0].isScalar == kinds[1].isScalar
    else {
      throw Diagnostic(
        "kinds-differ",
        "`lafay` takes exports and imports of the same parts, in the same money",
        at: span
      )
    }
    kind = kinds[0].with(unit: .ratio, nature: .level)
  }

  func run(_ arguments: [Panel]) -> Panel {
    let part = Lafay.sums(arguments[0].withoutRest, arguments[1].withoutRest)
    let whole = Lafay.sums(arguments[2], arguments[3])
    let weight = part.sum.combined(with: whole.sum) { part, whole in
      Cell.computed(part, whole) { $0 / $1 }
    }
    let excess = part.balance.combined(with: whole.balance) { part, whole in
      Cell.computed(part, whole) { $0 - $1 }
    }
    return excess.combined(with: weight) { excess, weight in
      Cell.computed(excess, weight) { 100 * $0 * $1 }
    }
  }

  /// Exports and imports together, and the balance as a part of them.
  private static func sums(_ exports: Panel, _ imports: Panel) -> (sum: Panel, balance: Panel) {
    let sum = exports.combined(with: imports) { first, second in
      Cell.computed(first, second) { $0 + $1 }
    }
    let balance = exports.combined(with: imports) { first, second in
      Cell.computed(first, second) { ($0 - $1) / ($0 + $1) }
    }
    return (sum, balance)
  }
}
