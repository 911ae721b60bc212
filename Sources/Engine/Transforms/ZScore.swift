import Catalogue
import Guidance
import Language

/// The distance from the mean in standard deviations.
struct ZScore: Transform {
  static let entry = Entry(
    "zscore",
    aliases: ["standardised", "standardized"],
    category: .transform,
    summary: "Distance from the mean of all periods in standard deviations.",
    formula: "(x[t] − mean) ÷ sample standard deviation",
    searchTerms: ["normalise", "unusual", "deviation"],
    examples: ["exports yoy zscore 2026-02"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {}

  func kind(after input: Kind) -> Kind { input.with(unit: .ratio, nature: .level) }

  var label: String { "standard deviations from the mean" }

  func run(_ series: Series) -> Series {
    let values = series.cells.compactMap(\.number)
    let mean = Mean.value(of: values)
    let deviation = StandardDeviation.value(of: values)
    return series.map { number in
      Cell.computed(series[number]) { ($0 - mean) / deviation }
    }
  }
}
