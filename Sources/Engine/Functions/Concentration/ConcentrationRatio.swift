import Catalogue
import Guidance

/// What part of a whole its largest members make up.
struct ConcentrationRatio: Concentration {
  static let entry = Entry(
    "cr",
    aliases: ["concentration ratio"],
    category: .function,
    summary: "Share of the largest members in the whole: of four, or as many as you say.",
    usage: "cr(QUERY by DIMENSION [, COUNT])",
    formula: "100 × sum of the k largest x[i] ÷ X, X the whole",
    reference: "Curry and George 1983, Industrial concentration: a survey, J. Ind. Econ. 31",
    searchTerms: ["concentration", "largest", "top"],
    examples: ["cr(exports by partner 2024)", "cr(exports by partner 2024, 3)"]
  )

  let kind: Kind
  private let size: Int

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    if arguments.count != 1 { try ConcentrationRatio.count(arguments, 2, at: span) }
    size = try ConcentrationRatio.size(arguments, at: span)
    kind = try Members.kind(of: arguments[0], for: ConcentrationRatio.entry, at: span)
      .with(unit: .percent, nature: .level)
  }

  private static func size(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) -> Int {
    guard arguments.count == 2 else { return 4 }
    guard case .number(let value) = arguments[1].step, arguments[1].kind.unit == nil,
      let size = Int(exactly: value), size > 0
    else {
      throw Diagnostic(
        "needs-number",
        "`cr` takes how many of the largest members: `cr(exports by partner, 4)`",
        at: span
      )
    }
    return size
  }

  func run(_ arguments: [Panel]) -> Panel {
    Members.panel(of: arguments[0]) { [size] members, rest in
      100 * members.sorted(by: >).prefix(size).reduce(0, +) / members.reduce(rest, +)
    }
  }
}
