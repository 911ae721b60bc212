import Catalogue
import Guidance
import Language
import Periods

/// Growth of the last months on as many months before: `3m/3m`.
struct SpanOverSpan: Transform {
  static let entry = Entry(
    "growth over spans",
    aliases: ["3m/3m", "6m/6m"],
    category: .transform,
    summary: "Growth of the last months on as many months before.",
    usage: "3m/3m",
    formula: "100 × (sum of the last n ÷ sum of the n before − 1)",
    searchTerms: ["momentum", "growth"],
    examples: ["exports 3m/3m 2026-07"]
  )
  static let shape = TransformShape.spanOverSpan

  private let span: Span
  private let periods: Int
  private let shift: Int
  private let growth: Growth

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    var spans = (Span(3, .month), Span(3, .month))
    if case .spans(let first, let second) = call.argument { spans = (first, second) }
    span = spans.0
    periods = try spans.0.periods(of: input, for: call)
    shift = try spans.1.periods(of: input, for: call)
    growth = try Growth(
      TransformCall(call.name, .expressed(.percent)),
      on: input,
      months: spans.1.months
    )
  }

  func kind(after input: Kind) -> Kind { growth.kind(after: input) }

  var label: String { "last \(span) on the \(span) before" }

  func run(_ series: Series) -> Series {
    growth.run(series.rolling(periods) { Cell.sum(of: $0) })
  }
}
