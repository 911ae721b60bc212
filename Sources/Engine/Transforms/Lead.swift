import Catalogue
import Guidance
import Language
import Periods

/// The value of a later period.
struct Lead: Transform {
  static let entry = Entry(
    "lead",
    category: .transform,
    summary: "The value some periods later, by the calendar.",
    usage: "lead [COUNT | SPAN]",
    formula: "x[t + n]",
    searchTerms: ["shift", "next"],
    examples: ["exports lead 1 2025-10"]
  )
  static let shape = TransformShape.step

  private let periods: Int

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    periods = try call.steps(of: input)
  }

  var label: String { "\(periods) periods later" }

  func run(_ series: Series) -> Series { series.map { series[$0 + periods] } }
}
