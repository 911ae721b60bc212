import Guidance
import Language

/// Growth on the same period a year earlier.
struct YearOnYear: Transform {
  static let entry = Entry(
    "yoy",
    aliases: ["y/y", "year-on-year", "year on year", "a/a", "同比"],
    category: .transform,
    summary: "Growth on the same period a year earlier, in percent.",
    usage: "yoy [% | pp | change]",
    formula: "100 × (x[t] ÷ x[t − 1 year] − 1)",
    reference: "OECD, Data and Metadata Reporting and Presentation Handbook, 2007",
    searchTerms: ["growth", "annual", "twelve months"],
    examples: ["exports yoy 2025-11", "exports to US yoy in 2025"]
  )
  static let shape = TransformShape.growth

  private let growth: Growth

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    growth = try Growth(call, on: input, months: 12)
  }

  func kind(after input: Kind) -> Kind { growth.kind(after: input) }

  var label: String { growth.label("year on year") }

  func run(_ series: Series) -> Series { growth.run(series) }

  func working(_ series: Series, at number: Int) -> Working? { growth.working(at: number) }
}
