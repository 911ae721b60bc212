import Catalogue
import Guidance
import Language
import Periods

/// Growth over a short span, or a flow, at the pace of a whole year.
struct AnnualRate: Transform {
  static let entry = Entry(
    "saar",
    aliases: ["annualised", "annualized", "annual rate"],
    category: .transform,
    summary: "At an annual rate: growth compounded, or a flow scaled, to a year.",
    formula: "growth: 100 × ((1 + g ÷ 100)^(12 ÷ months) − 1); flow: x × 12 ÷ months",
    reference: "OECD, Data and Metadata Reporting and Presentation Handbook, 2007",
    searchTerms: ["annualised", "pace"],
    examples: ["exports 3m/3m saar 2026-07"]
  )
  static let shape = TransformShape.plain

  private let isGrowth: Bool
  private let perYear: Double

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard input.nature == .growth || input.nature == .flow else {
      throw Diagnostic(
        "not-annualisable",
        "`saar` takes growth over a short span or a flow, not \(input.unit?.noun ?? "a number")",
        at: call.name.span
      )
    }
    isGrowth = input.nature == .growth
    perYear = 12 / Double(input.horizon ?? input.frequency.step)
  }

  func kind(after input: Kind) -> Kind {
    input.with(unit: input.unit, nature: isGrowth ? .growth : .level)
  }

  var label: String { "at an annual rate" }

  func run(_ series: Series) -> Series {
    series.map { number in
      Cell.computed(series[number]) { [isGrowth, perYear] value in
        isGrowth ? 100 * (power(1 + value / 100, perYear) - 1) : value * perYear
      }
    }
  }
}
