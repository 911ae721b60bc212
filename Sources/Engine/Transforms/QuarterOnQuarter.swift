import Guidance
import Language

/// Growth on the quarter before.
struct QuarterOnQuarter: Transform {
  static let entry = Entry(
    "qoq",
    aliases: ["q/q", "quarter-on-quarter", "quarter on quarter"],
    category: .transform,
    summary: "Growth on the quarter before, in percent; not adjusted for season.",
    usage: "qoq [% | pp | change]",
    formula: "100 × (x[t] ÷ x[t − 1 quarter] − 1)",
    reference: "OECD, Data and Metadata Reporting and Presentation Handbook, 2007",
    searchTerms: ["growth", "quarterly", "previous"],
    examples: ["exports by quarter qoq since 2025"]
  )
  static let shape = TransformShape.growth

  private let growth: Growth

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    growth = try Growth(call, on: input, months: 3)
  }

  func kind(after input: Kind) -> Kind { growth.kind(after: input) }

  var label: String { growth.label("quarter on quarter") }

  func run(_ series: Series) -> Series { growth.run(series) }

  func working(_ series: Series, at number: Int) -> Working? { growth.working(at: number) }
}
