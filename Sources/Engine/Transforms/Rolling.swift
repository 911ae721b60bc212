import Catalogue
import Guidance
import Language
import Periods

/// An aggregate of the last periods.
struct Rolling: Transform {
  static let entry = Entry(
    "rolling",
    category: .transform,
    summary: "An aggregate of the last periods: `rolling 12m sum`.",
    usage: "rolling SPAN AGGREGATE",
    formula: "aggregate of x over the last n periods",
    searchTerms: ["window", "moving", "sum", "average"],
    examples: ["exports rolling 12m sum 2026-07", "exports yoy rolling 6m max 2026-07"]
  )
  static let shape = TransformShape.rolling

  private let span: Span
  private let periods: Int
  private let aggregate: any Aggregate.Type

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard case .rolling(let span, let name) = call.argument,
      let aggregate = aggregates.first(where: { $0.entry.name == name.text })
    else { throw Diagnostic("needs-span", "a rolling window needs its length", at: call.name.span) }
    if aggregate == Total.self { try input.mustBeFlow(for: call) }
    self.span = span
    self.aggregate = aggregate
    periods = try span.periods(of: input, for: call)
  }

  func kind(after input: Kind) -> Kind {
    input.with(unit: input.unit, nature: input.nature == .flow ? .level : input.nature)
  }

  var label: String { "rolling \(span) \(aggregate.entry.name)" }

  var accumulation: Accumulation? {
    aggregate == Total.self ? .trailing(months: span.months) : nil
  }

  func run(_ series: Series) -> Series {
    if let accumulation { return accumulated(series, accumulation) }
    return series.rolling(periods) { Cell.computed(from: $0, value: aggregate.value) }
  }
}
