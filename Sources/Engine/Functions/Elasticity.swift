import Catalogue
import Guidance
import Periods

/// By how many percent one series is higher where another is higher by one.
struct Elasticity: Association {
  static let entry = Entry(
    "elasticity",
    category: .function,
    summary: "Percent more of the first series for one percent more of the second.",
    usage: "elasticity(QUERY, QUERY [, QUERY])",
    formula: "b of ln y = a + b ln x + …, by least squares over the common periods",
    reference: "Wooldridge 2019, Introductory econometrics, chapter 6",
    searchTerms: ["regression", "log", "response", "sensitivity"],
    examples: ["elasticity(exports by year, world exports)"]
  )

  let kind = Kind.number(.ratio)

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    if arguments.count < 2 { try Elasticity.count(arguments, 2, at: span) }
    for argument in arguments {
      let kind = argument.kind
      guard !kind.isScalar, kind.dimensions.isEmpty, kind.nature != .truth else {
        throw Diagnostic("needs-series", "`elasticity` looks along single series", at: span)
      }
      guard !kind.isSigned, kind.nature != .growth else {
        throw Diagnostic(
          "not-positive",
          "an elasticity takes logarithms, and these figures may be below zero",
          at: span
        )
      }
      guard kind.frequency == arguments[0].kind.frequency else {
        throw Diagnostic(
          "frequency-mismatch",
          "one series is \(arguments[0].kind.frequency.label), another \(kind.frequency.label)",
          at: span
        )
      }
    }
  }

  static func counts(_ cell: Cell) -> Bool { cell.hasValue && cell.value > 0 }

  func run(_ arguments: [Panel]) -> Panel {
    guard let sample = Elasticity.sample(arguments) else {
      return .number(.missing(.notLoaded))
    }
    let (series, common) = (sample.series, sample.numbers)
    guard common.count >= series.count + 5 else { return .number(.missing(.incomplete)) }
    return .number(
      Cell.computed(from: sample.cells) { _ in
        let logs = series.map { series in common.map { naturalLogarithm(series[$0].value) } }
        let design = Design([common.map { _ in 1 }] + logs.dropFirst())
        return (try? LeastSquares(of: logs[0], on: design))?.coefficients[1] ?? .nan
      }
    )
  }
}
