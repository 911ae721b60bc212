import Guidance
import Language

/// The series as it was published, season and all.
struct NotSeasonal: Transform {
  static let entry = Entry(
    "nsa",
    aliases: ["n.s.a.", "not seasonally adjusted", "unadjusted"],
    category: .transform,
    summary: "As published, with the season in it: said aloud, it changes nothing.",
    formula: "x[t]",
    searchTerms: ["seasonal", "raw"],
    examples: ["exports nsa 2026-07"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {}

  var label: String { "not seasonally adjusted" }

  func run(_ series: Series) -> Series { series }
}
