import Catalogue
import Guidance
import Language
import Periods

/// The sum of the last twelve months.
struct TrailingTwelveMonths: Transform {
  static let entry = Entry(
    "ttm",
    aliases: ["ltm", "trailing twelve months", "last twelve months"],
    category: .transform,
    summary: "Sum of the last twelve months.",
    formula: "sum of x from t − 11 months to t",
    searchTerms: ["rolling", "annual", "sum"],
    examples: ["surplus ttm 2026-07", "exports ttm yoy since 2025"]
  )
  static let shape = TransformShape.plain

  private static let span = Accumulation.trailing(months: 12)

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    try input.mustBeFlow(for: call)
  }

  func kind(after input: Kind) -> Kind { input.with(unit: input.unit, nature: .level) }

  var label: String { "trailing twelve months" }

  var accumulation: Accumulation? { TrailingTwelveMonths.span }

  func run(_ series: Series) -> Series { accumulated(series, TrailingTwelveMonths.span) }

  func working(_ series: Series, at number: Int) -> Working? {
    Working(
      .sum,
      inputs: Array(
        series.numbers(within: TrailingTwelveMonths.span.span(of: series.period(number)))
      )
    )
  }
}
