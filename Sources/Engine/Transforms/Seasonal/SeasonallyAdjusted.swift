import Guidance
import Language

/// The series without its season.
struct SeasonallyAdjusted: Transform {
  static let entry = Entry(
    "sa",
    aliases: ["s.a.", "seasonally adjusted", "季调"],
    category: .transform,
    summary: "Without the season, by STL: what is left of a month that is not its habit.",
    usage: "sa [(robust, additive, lunar, easter, ramadan, trading)]",
    formula: "exp(ln x[t] − season[t]), the season by local regression over seven years",
    reference: "Cleveland et al. 1990, STL, Journal of Official Statistics 6",
    searchTerms: ["seasonal", "adjustment", "season", "calendar", "stl"],
    examples: [
      "exports sa 2026-07", "exports sa mom since 2026", "exports sa (lunar, trading) in 2026",
    ]
  )
  static let shape = TransformShape.method

  let model: SeasonalModel
  let isCostly = true

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    model = try SeasonalModel(call, on: input)
  }

  var label: String { "seasonally adjusted by \(model.label)" }

  func applied(to plan: Plan, _ application: Application) throws(Diagnostic) -> Plan {
    try model.check(application.figures(of: plan), application.call)
    return Plan(.transformed(self, plan), kind(after: plan.kind))
  }

  func run(_ series: Series) -> Series { model.run(series, .adjusted) }
}
