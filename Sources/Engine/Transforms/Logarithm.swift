import Catalogue
import Guidance
import Language

/// The natural logarithm.
struct Logarithm: Transform {
  static let entry = Entry(
    "log",
    aliases: ["ln"],
    category: .transform,
    summary: "Natural logarithm of the value in its unit.",
    formula: "ln x[t]",
    searchTerms: ["logarithm", "natural"],
    examples: ["exports log 2026-07"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard !input.isSigned else {
      throw Diagnostic("signed-growth", "a balance has no logarithm below zero", at: call.name.span)
    }
  }

  func kind(after input: Kind) -> Kind { input.with(unit: .ratio, nature: .level) }

  var label: String { "natural logarithm" }

  func run(_ series: Series) -> Series {
    series.map { number in
      Cell.computed(series[number]) { $0 > 0 ? naturalLogarithm($0) : .nan }
    }
  }
}
