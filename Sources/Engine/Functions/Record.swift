import Catalogue
import Guidance

/// How far back one must go for a value as high as the last.
struct Record: Function {
  static let entry = Entry(
    "record",
    aliases: ["highest in"],
    category: .function,
    summary: "How many periods before the last, in a row, were all lower than it.",
    usage: "record(QUERY)",
    formula: "periods between the last and the last before it that was as high",
    searchTerms: ["highest since", "high", "low", "peak"],
    examples: ["record(exports)", "record(exports yoy)"]
  )

  let kind = Kind.number(.count)

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try Record.count(arguments, 1, at: span)
    let kind = arguments[0].kind
    guard !kind.isScalar, kind.dimensions.isEmpty, kind.nature != .truth else {
      throw Diagnostic("needs-series", "`record` looks back over one series", at: span)
    }
  }

  func run(_ arguments: [Panel]) -> Panel {
    guard let series = arguments[0].columns.first?.series, let last = series.lastNumber else {
      return .number(.missing(.notLoaded))
    }
    let height = series[last].value
    let before = series.numbers.prefix { $0 < last }
    let rival = before.last { series[$0].hasValue && series[$0].value >= height }
    let lower = before.filter { $0 > (rival ?? series.first - 1) && series[$0].hasValue }
    return .number(series[last].with(value: Double(lower.count)))
  }
}
