import Catalogue
import Guidance
import Language
import Periods

/// The running total of each year.
struct YearToDate: Transform {
  static let entry = Entry(
    "ytd",
    aliases: ["year to date", "year-to-date", "cumulative ytd", "累计"],
    category: .transform,
    summary: "Running total since January of each year.",
    formula: "sum of x from January to t",
    searchTerms: ["cumulative", "so far", "running total"],
    examples: ["surplus ytd 2025-11", "exports ytd yoy 2026-07"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    try input.mustBeFlow(for: call)
  }

  func kind(after input: Kind) -> Kind { input.with(unit: input.unit, nature: .level) }

  var label: String { "year to date" }

  var accumulation: Accumulation? { .yearToDate }

  func run(_ series: Series) -> Series { accumulated(series, .yearToDate) }

  func working(_ series: Series, at number: Int) -> Working? {
    Working(
      .sum,
      inputs: Array(series.numbers(within: Accumulation.yearToDate.span(of: series.period(number))))
    )
  }
}
