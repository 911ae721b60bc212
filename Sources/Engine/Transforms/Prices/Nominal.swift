import Guidance
import Language

/// Money at the prices of its own time.
struct Nominal: Transform {
  static let entry = Entry(
    "nominal",
    aliases: ["current prices", "at current prices"],
    category: .transform,
    summary: "At the prices of each period, as published: said aloud, it changes nothing.",
    formula: "x[t]",
    searchTerms: ["prices", "inflation"],
    examples: ["exports nominal 2026-07"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {}

  var label: String { "at current prices" }

  func run(_ series: Series) -> Series { series }
}
