import Catalogue
import Guidance

/// How far back one must go for a value as low as the last.
struct Low: Function {
  static let entry = Entry(
    "low",
    aliases: ["record low", "lowest in", "lowest since"],
    category: .function,
    summary: "How many periods before the last, in a row, were all higher than it.",
    usage: "low(QUERY)",
    formula: "periods between the last and the last before it that was as low",
    searchTerms: ["lowest since", "trough", "record"],
    examples: ["low(exports to US yoy)"]
  )

  let kind = Kind.number(.count)

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try Low.count(arguments, 1, at: span)
    let kind = arguments[0].kind
    guard !kind.isScalar, kind.dimensions.isEmpty, kind.nature != .truth else {
      throw Diagnostic("needs-series", "`low` looks back over one series", at: span)
    }
  }

  func run(_ arguments: [Panel]) -> Panel {
    guard let series = arguments[0].columns.first?.series, let last = series.lastNumber else {
      return .number(.missing(.notLoaded))
    }
    let depth = series[last].value
    let before = series.numbers.prefix { $0 < last }
    let rival = before.last { series[$0].hasValue && series[$0].value <= depth }
    let higher = before.filter { $0 > (rival ?? series.first - 1) && series[$0].hasValue }
    return .number(series[last].with(value: Double(higher.count)))
  }
}
