import Guidance
import Language

/// The slow movement under season and chance.
struct Trend: Transform {
  static let entry = Entry(
    "trend",
    aliases: ["trend line", "趋势"],
    category: .transform,
    summary: "The slow movement under season and chance, by STL.",
    usage: "trend [(robust, additive, lunar, easter, ramadan, trading)] | trend (x13as, …)",
    formula: "exp(trend of ln x by local regression over 23 months)",
    reference: "Cleveland et al. 1990, STL, Journal of Official Statistics 6",
    remarks: [SeasonallyAdjusted.program],
    searchTerms: ["smooth", "seasonal", "stl", "x13as"],
    examples: ["exports trend 2026-07", "surplus trend since 2025"]
  )
  static let shape = TransformShape.method

  private(set) var method: SeasonalMethod
  let isCostly = true

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    method = try SeasonalMethod(call, on: input)
  }

  var label: String { "trend by \(method.label)" }

  var shortLabel: String { "trend by \(method.shortLabel)" }

  var formula: String { method.ownFormula ?? Self.entry.formula }

  func applied(to plan: Plan, _ application: Application) throws(Diagnostic) -> Plan {
    var copy = self
    copy.method = try method.checked(application, plan)
    return Plan(.transformed(copy, plan), kind(after: plan.kind))
  }

  func run(_ series: Series) -> Series { method.run(series, .trend) }
}
