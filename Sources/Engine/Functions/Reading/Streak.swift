import Catalogue
import Guidance

/// For how many periods up to the last a condition has held.
struct Streak: Function {
  static let entry = Entry(
    "streak",
    aliases: ["in a row", "run length"],
    category: .function,
    summary: "For how many periods in a row, up to the last, a condition has held.",
    usage: "streak(CONDITION)",
    formula: "periods from the last back to the first in which the condition fails",
    searchTerms: ["consecutive", "run", "spell", "months in a row"],
    examples: ["streak(pmi < 50)", "streak(exports yoy > 0%)"]
  )

  let kind = Kind.number(.count)

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try Streak.count(arguments, 1, at: span)
    guard arguments[0].kind.nature == .truth, arguments[0].kind.dimensions.isEmpty,
      !arguments[0].kind.isScalar
    else {
      throw Diagnostic(
        "needs-condition",
        "`streak` takes a condition on a series: `streak(exports yoy > 0%)`",
        at: span
      )
    }
  }

  func run(_ arguments: [Panel]) -> Panel {
    guard let series = arguments[0].columns.first?.series, let last = series.lastNumber else {
      return .number(.missing(.notLoaded))
    }
    var first = last + 1
    while series[first - 1].number == 1 { first -= 1 }
    let basis = (min(first, last)...last).map { series[$0] }
    return .number(basis.joined(Double(last + 1 - first), state: basis.weakestState))
  }
}
