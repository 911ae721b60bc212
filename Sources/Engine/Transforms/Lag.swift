import Catalogue
import Guidance
import Language
import Periods

/// The value of an earlier period.
struct Lag: Transform {
  static let entry = Entry(
    "lag",
    category: .transform,
    summary: "The value some periods earlier, by the calendar.",
    usage: "lag [COUNT | SPAN]",
    formula: "x[t − n]",
    searchTerms: ["shift", "previous"],
    examples: ["exports lag 12 2026-07", "exports lag 1y 2026-07"]
  )
  static let shape = TransformShape.step

  private let periods: Int

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    periods = try call.steps(of: input)
  }

  var label: String { "\(periods) periods earlier" }

  func run(_ series: Series) -> Series {
    let extended = Series(
      series.frequency,
      first: series.first,
      cells: series.cells + (0..<periods).map { _ in .missing(.outOfRange) }
    )
    return extended.map { series[$0 - periods] }
  }
}

extension TransformCall {
  /// The number of periods that `lag` or `lead` moves by; one where nothing is said.
  func steps(of input: Kind) throws(Diagnostic) -> Int {
    switch argument {
    case .count(let count):
      guard count <= 1200 else {
        throw Diagnostic("out-of-range", "\(count) periods are more than a century", at: name.span)
      }
      return count
    case .span(let span): return try span.periods(of: input, for: self)
    default: return 1
    }
  }
}
