import Catalogue
import Guidance
import Language
import Periods

/// The series with its gaps closed.
struct Filled: Transform {
  static let entry = Entry(
    "fill",
    aliases: ["filled", "interpolated"],
    category: .transform,
    summary: "Closes gaps between figures, on a straight line unless told; marked derived.",
    usage: "fill [(linear | last)]",
    formula: "linear: x[a] + (x[b] − x[a]) × (t − a) ÷ (b − a); last: x[a]",
    searchTerms: ["interpolate", "missing", "gap"],
    examples: ["exports fill 2026-07"]
  )
  static let shape = TransformShape.method

  private let holdsLast: Bool

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    switch call.argument {
    case .name(let name) where name.text == "last": holdsLast = true
    case .name(let name) where name.text != "linear":
      throw Diagnostic(
        "unknown-method",
        "I do not know the method '\(name.text)' of `fill`",
        at: name.span,
        notes: ["the methods are `linear`, `last`"]
      ).suggesting(name.text, from: ["linear", "last"])
    default: holdsLast = false
    }
  }

  var label: String { holdsLast ? "gaps filled with the last figure" : "gaps filled on a line" }

  func run(_ series: Series) -> Series {
    var result = series
    var before: Int?
    for number in series.numbers where series[number].hasValue {
      if let before {
        for gap in before + 1..<number {
          let share = holdsLast ? 0 : Double(gap - before) / Double(number - before)
          let cells = holdsLast ? [series[before]] : [series[before], series[number]]
          let value = series[before].value
          result.cells[gap - series.first] = cells.joined(
            value + (series[number].value - value) * share,
            state: .derived
          )
        }
      }
      before = number
    }
    return result
  }
}
