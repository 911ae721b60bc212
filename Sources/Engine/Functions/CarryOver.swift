import Catalogue
import Guidance
import Periods

/// What a year would grow by if nothing changed any more.
struct CarryOver: Function {
  static let entry = Entry(
    "carryover",
    aliases: ["carry-over", "overhang", "statistical overhang"],
    category: .function,
    summary: "Growth of the running year if all periods to come equal the last one.",
    usage: "carryover(QUERY)",
    formula: "100 × ((Σ x so far + k x[last]) ÷ Σ x of the year before − 1), k periods to come",
    reference: "ECB Monthly Bulletin, March 2010, box 6: the carry-over effect on annual growth",
    searchTerms: ["base effect", "overhang", "annual growth"],
    examples: ["carryover(exports sa)"]
  )

  let kind = Kind.number(.percent)

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try CarryOver.count(arguments, 1, at: span)
    let kind = arguments[0].kind
    guard !kind.isScalar, kind.dimensions.isEmpty, kind.nature != .growth, kind.nature != .truth,
      (kind.frequency.perYear ?? 1) > 1
    else {
      throw Diagnostic(
        "needs-series",
        "`carryover` looks at the months or quarters of a level",
        at: span,
        notes: ["as in `carryover(exports sa)`"]
      )
    }
    guard !kind.isSigned else {
      throw Diagnostic("signed-growth", "a balance has no rate of growth across zero", at: span)
    }
  }

  func run(_ arguments: [Panel]) -> Panel {
    guard let series = arguments[0].columns.first?.series, let last = series.lastNumber else {
      return .number(.missing(.notLoaded))
    }
    let perYear = series.frequency.perYear ?? 1
    let position = (series.period(last).start.number - 1) / series.frequency.step
    // The last period of a year belongs to the year before the one that is looked at.
    let known = position + 1 == perYear ? 0 : position + 1
    let start = last + 1 - known
    let before = (start - perYear..<start).map { series[$0] }
    let own = (start..<start + known).map { series[$0] }
    return .number(
      Cell.computed(from: before + own + [series[last]]) { values in
        let base = values[..<perYear].reduce(0, +)
        let sum = values[perYear..<perYear + known].reduce(0, +)
        return 100 * ((sum + Double(perYear - known) * values[perYear + known]) / base - 1)
      }
    )
  }
}
