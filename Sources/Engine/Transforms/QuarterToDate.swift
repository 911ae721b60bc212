import Catalogue
import Guidance
import Language
import Periods

/// The running total of each quarter.
struct QuarterToDate: Transform {
  static let entry = Entry(
    "qtd",
    aliases: ["quarter to date", "quarter-to-date"],
    category: .transform,
    summary: "Running total since the first month of each quarter.",
    formula: "sum of x from the quarter's first month to t",
    searchTerms: ["cumulative", "so far"],
    examples: ["exports qtd 2026-05"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    try input.mustBeFlow(for: call)
  }

  func kind(after input: Kind) -> Kind { input.with(unit: input.unit, nature: .level) }

  var label: String { "quarter to date" }

  var accumulation: Accumulation? { .quarterToDate }

  func run(_ series: Series) -> Series { accumulated(series, .quarterToDate) }

  func working(_ series: Series, at number: Int) -> Working? {
    Working(
      .sum,
      inputs: Array(
        series.numbers(within: Accumulation.quarterToDate.span(of: series.period(number)))
      )
    )
  }
}
