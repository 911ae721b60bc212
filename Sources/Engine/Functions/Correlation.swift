import Catalogue
import Guidance
import Periods

/// Pearson's correlation of two series over the periods that both have.
struct Correlation: Association {
  static let entry = Entry(
    "corr",
    aliases: ["correlation"],
    category: .function,
    summary: "Pearson's correlation of two series over their common periods.",
    usage: "corr(QUERY, QUERY)",
    formula: "Σ(x − x̄)(y − ȳ) ÷ √(Σ(x − x̄)² Σ(y − ȳ)²)",
    searchTerms: ["relation", "association"],
    examples: ["corr(exports yoy, imports yoy)"]
  )

  let kind = Kind.number(.ratio)

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try Correlation.count(arguments, 2, at: span)
    guard arguments.allSatisfy({ !$0.kind.isScalar }) else {
      throw Diagnostic("needs-series", "`corr` compares two series, not single numbers", at: span)
    }
    guard arguments[0].kind.frequency == arguments[1].kind.frequency else {
      throw Diagnostic(
        "frequency-mismatch",
        "one series is \(arguments[0].kind.frequency.label), the other "
          + arguments[1].kind.frequency.label,
        at: span
      )
    }
  }

  func run(_ arguments: [Panel]) -> Panel {
    guard let sample = Correlation.sample(arguments) else {
      return .number(.missing(.notLoaded))
    }
    return .number(
      Cell.computed(from: sample.cells) { values in
        let half = values.count / 2
        return half < 3 ? .nan : pearson(values[..<half], values[half...])
      }
    )
  }
}

private func pearson(_ xs: ArraySlice<Double>, _ ys: ArraySlice<Double>) -> Double {
  let meanX = xs.reduce(0, +) / Double(xs.count)
  let meanY = ys.reduce(0, +) / Double(ys.count)
  var products = 0.0
  var squaresX = 0.0
  var squaresY = 0.0
  for (x, y) in zip(xs, ys) {
    products += (x - meanX) * (y - meanY)
    squaresX += (x - meanX) * (x - meanX)
    squaresY += (y - meanY) * (y - meanY)
  }
  return products / squareRoot(squaresX * squaresY)
}

extension Kind {
  /// The kind of a single number of no period.
  static func number(_ unit: Unit) -> Kind {
    var kind = Kind(unit, .monthly, .level)
    kind.isScalar = true
    return kind
  }
}
