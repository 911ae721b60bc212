import Catalogue
import Guidance
import Language
import Periods

/// The steady annual growth that leads from one year to another.
struct CompoundGrowth: Transform {
  static let entry = Entry(
    "cagr",
    aliases: ["compound growth"],
    category: .transform,
    summary: "Compound annual growth between two years, in percent.",
    usage: "cagr YEAR..YEAR | SPAN cagr",
    formula: "100 × ((x[last] ÷ x[first])^(1 ÷ years) − 1)",
    searchTerms: ["growth", "compound", "average growth"],
    examples: ["exports cagr 2015..2025", "exports 5y cagr"]
  )
  static let shape = TransformShape.range

  private let range: (first: Period, last: Period)?
  private let years: Int

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard !input.isSigned else {
      throw Diagnostic(
        "signed-growth",
        "a balance crosses zero, so compound growth has no meaning",
        at: call.name.span
      )
    }
    switch call.argument {
    case .range(let first, let last):
      guard first.grain == .year, last.grain == .year, first < last else {
        throw Diagnostic(
          "no-such-period",
          "`cagr` runs from one year to a later one: `cagr 2015..2025`",
          at: call.name.span
        )
      }
      range = (first, last)
      years = last.start.year - first.start.year
    case .span(let span):
      guard span.grain == .year else {
        throw Diagnostic("needs-span", "`cagr` counts in years: `5y cagr`", at: call.name.span)
      }
      range = nil
      years = span.count
    default:
      throw Diagnostic(
        "needs-span",
        "compound growth over which years?",
        at: call.name.span,
        fix: Fix("write `5y cagr`", replacing: call.name.span, with: "5y cagr")
      )
    }
  }

  func kind(after input: Kind) -> Kind {
    var kind = input.with(unit: .percent, nature: .growth)
    kind.frequency = .annual
    kind.isScalar = true
    return kind
  }

  var label: String {
    range.map { "compound annual growth \($0.first)–\($0.last)" }
      ?? "compound annual growth over \(years) years"
  }

  func run(_ series: Series) -> Series {
    let last =
      range.flatMap { series.frequency.number(of: $0.last) } ?? series.lastNumber ?? series.first
    let cell = Cell.computed(series[last], series[last - years]) { [years] value, base in
      base <= 0 ? .nan : 100 * (power(value / base, 1 / Double(years)) - 1)
    }
    return Series(series.frequency, first: last, cells: [cell])
  }

  func working(_ series: Series, at number: Int) -> Working? { nil }
}
