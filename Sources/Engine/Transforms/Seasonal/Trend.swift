import Guidance
import Language

/// The slow movement under season and chance.
struct Trend: Transform {
  static let entry = Entry(
    "trend",
    aliases: ["trend line", "趋势"],
    category: .transform,
    summary: "The slow movement under season and chance, by STL.",
    usage: "trend [(robust, additive, lunar, easter, ramadan, trading)]",
    formula: "exp(trend of ln x by local regression over 23 months)",
    reference: "Cleveland et al. 1990, STL, Journal of Official Statistics 6",
    searchTerms: ["smooth", "seasonal", "stl"],
    examples: ["exports trend 2026-07", "surplus trend since 2025"]
  )
  static let shape = TransformShape.method

  let model: SeasonalModel
  let isCostly = true

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    model = try SeasonalModel(call, on: input)
  }

  var label: String { "trend by \(model.label)" }

  func applied(to plan: Plan, _ application: Application) throws(Diagnostic) -> Plan {
    try model.check(application.figures(of: plan), application.call)
    return Plan(.transformed(self, plan), kind(after: plan.kind))
  }

  func run(_ series: Series) -> Series { model.run(series, .trend) }
}
