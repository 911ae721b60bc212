import Catalogue
import Guidance
import Periods

/// The concentration of a total on its members: the sum of their squared shares.
struct HerfindahlHirschman: Function {
  static let entry = Entry(
    "hhi",
    aliases: ["herfindahl", "concentration"],
    category: .function,
    summary: "Herfindahl–Hirschman index: the sum of squared shares, from 0 to 1.",
    usage: "hhi(QUERY by DIMENSION)",
    formula: "Σ (x[i] ÷ Σ x)²",
    reference: "Hirschman 1964, The paternity of an index, American Economic Review 54",
    searchTerms: ["concentration", "diversification", "index"],
    examples: ["hhi(exports by partner 2024)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try HerfindahlHirschman.count(arguments, 1, at: span)
    guard !arguments[0].kind.dimensions.isEmpty else {
      throw Diagnostic(
        "needs-members",
        "a concentration needs members: `hhi(exports by partner)`",
        at: span
      )
    }
    var kind = arguments[0].kind.with(unit: .ratio, nature: .level)
    kind.dimensions = []
    self.kind = kind
  }

  func run(_ arguments: [Panel]) -> Panel {
    let members = arguments[0].columns.filter { !$0.isRest }
    guard let first = members.map(\.series.first).min(),
      let end = members.map(\.series.end).max()
    else { return .number(.missing(.notLoaded)) }
    let cells = (first..<end).map { number in
      let present = members.map { $0.series[number] }.filter(\.hasValue)
      guard !present.isEmpty else { return Cell.missing(.notLoaded) }
      return Cell.computed(from: present) { values in
        let total = values.reduce(0, +)
        return values.reduce(0) { $0 + ($1 / total) * ($1 / total) }
      }
    }
    let series = Series(arguments[0].frequency, first: first, cells: cells)
    return Panel(series, isScalar: arguments[0].isScalar)
  }
}

extension Panel.Column {
  /// True for what is left of the whole beside the members shown.
  var isRest: Bool { members.contains { $0.name == Member.rest } }
}
