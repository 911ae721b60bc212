import Catalogue
import Guidance
import Language

/// The change of the logarithm on the period before, times a hundred.
struct LogDifference: Transform {
  static let entry = Entry(
    "dlog",
    aliases: ["log change"],
    category: .transform,
    summary: "Change of the natural logarithm on the period before, times 100.",
    formula: "100 × (ln x[t] − ln x[t − 1])",
    searchTerms: ["growth", "logarithm"],
    examples: ["exports dlog 2026-07"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard !input.isSigned else {
      throw Diagnostic("signed-growth", "a balance has no logarithm below zero", at: call.name.span)
    }
  }

  func kind(after input: Kind) -> Kind { input.with(unit: .percent, nature: .growth) }

  var label: String { "log change on the period before" }

  func run(_ series: Series) -> Series {
    series.map { number in
      Cell.computed(series[number], series[number - 1]) { value, before in
        guard value > 0, before > 0 else { return .nan }
        return 100 * (naturalLogarithm(value) - naturalLogarithm(before))
      }
    }
  }
}
