import Guidance
import Language

/// Growth on the month before.
struct MonthOnMonth: Transform {
  static let entry = Entry(
    "mom",
    aliases: ["m/m", "month-on-month", "month on month", "环比"],
    category: .transform,
    summary: "Growth on the month before, in percent; not adjusted for season.",
    usage: "mom [% | pp | change]",
    formula: "100 × (x[t] ÷ x[t − 1] − 1)",
    reference: "OECD, Data and Metadata Reporting and Presentation Handbook, 2007",
    searchTerms: ["growth", "monthly", "previous"],
    examples: ["exports mom 2026-07"]
  )
  static let shape = TransformShape.growth

  private let growth: Growth

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    growth = try Growth(call, on: input, months: 1)
  }

  func kind(after input: Kind) -> Kind { growth.kind(after: input) }

  var label: String { growth.label("month on month") }

  func run(_ series: Series) -> Series { growth.run(series) }

  func working(_ series: Series, at number: Int) -> Working? { growth.working(at: number) }
}
