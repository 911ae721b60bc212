import Catalogue
import Guidance
import Language

/// The difference from the period before, in the unit of the series.
struct Change: Transform {
  static let entry = Entry(
    "change",
    aliases: ["diff", "difference"],
    category: .transform,
    summary: "Difference from the period before; `change yoy` from a year earlier.",
    usage: "change [yoy | mom | qoq]",
    formula: "x[t] − x[t − 1]",
    searchTerms: ["growth", "absolute", "delta"],
    examples: ["surplus change yoy 2025-11", "exports change in 2025"]
  )
  static let shape = TransformShape.growth

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {}

  func kind(after input: Kind) -> Kind {
    input.with(
      unit: input.unit == .percent ? .percentagePoints : input.unit,
      nature: input.nature == .flow ? .level : input.nature
    )
  }

  var label: String { "change on the period before" }

  func run(_ series: Series) -> Series {
    series.map { number in
      Cell.computed(series[number], series[number - 1]) { $0 - $1 }
    }
  }

  func working(_ series: Series, at number: Int) -> Working? {
    Working(.difference, inputs: [number, number - 1])
  }
}
