import Catalogue
import Guidance
import Language
import Periods

/// The series scaled so that a base period has a round level.
struct IndexNumber: Transform {
  static let entry = Entry(
    "index",
    aliases: ["rebase", "rebased", "指数"],
    category: .transform,
    summary: "Scaled so that the mean of a base period is 100.",
    usage: "index PERIOD[=LEVEL]",
    formula: "level × x[t] ÷ mean of x in the base period",
    searchTerms: ["base", "scale", "100"],
    examples: ["exports index 2019=100 2026-07", "exports by year index 2015=100"]
  )
  static let shape = TransformShape.base

  private let base: Period
  private let level: Double

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard !input.isSigned else {
      throw Diagnostic(
        "signed-growth",
        "a balance crosses zero, so an index of it has no meaning",
        at: call.name.span
      )
    }
    guard case .base(let base, let level) = call.argument else {
      throw Diagnostic(
        "needs-period",
        "`index` needs its base: `index 2019=100`",
        at: call.name.span
      )
    }
    self.base = base
    self.level = level
  }

  func kind(after input: Kind) -> Kind {
    input.with(unit: .index("\(base) = \(plainNumber(level))"), nature: .level)
  }

  var label: String { "index, \(base.label) = \(plainNumber(level))" }

  func run(_ series: Series) -> Series {
    let parts = series.numbers.filter { base.contains(series.period($0)) }.map { series[$0] }
    guard !parts.isEmpty else { return series.map { _ in .missing(.outOfRange) } }
    let mean = Cell.computed(from: parts) { $0.reduce(0, +) / Double($0.count) }
    return series.map { number in
      Cell.computed(series[number], mean) { [level] in level * $0 / $1 }
    }
  }
}
