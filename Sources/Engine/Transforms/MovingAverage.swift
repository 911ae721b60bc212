import Catalogue
import Guidance
import Language
import Periods

/// The mean of the last periods.
struct MovingAverage: Transform {
  static let entry = Entry(
    "ma",
    aliases: ["moving average"],
    category: .transform,
    summary: "Mean of the last periods, such as three months: `3mma`.",
    usage: "SPANma",
    formula: "mean of x over the last n periods",
    searchTerms: ["smooth", "rolling", "average"],
    examples: ["exports 3mma yoy 2026-04", "exports yoy 3mma 2026-04"]
  )
  static let shape = TransformShape.average

  private let span: Span
  private let periods: Int

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard case .span(let span) = call.argument else {
      throw Diagnostic("needs-span", "a moving average needs its length", at: call.name.span)
    }
    self.span = span
    periods = try span.periods(of: input, for: call)
  }

  var label: String { "\(span.count)-\(span.grain.rawValue) average" }

  func run(_ series: Series) -> Series {
    series.rolling(periods) { cells in
      let sum = Cell.sum(of: cells)
      return sum.with(value: sum.value / Double(cells.count))
    }
  }

  func working(_ series: Series, at number: Int) -> Working? {
    Working(.mean, inputs: Array((number - periods + 1)...number))
  }
}
