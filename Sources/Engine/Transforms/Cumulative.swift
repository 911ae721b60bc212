import Catalogue
import Guidance
import Language

/// The running sum over all periods.
struct Cumulative: Transform {
  static let entry = Entry(
    "cumulative",
    aliases: ["cumsum", "running sum"],
    category: .transform,
    summary: "Running sum since the first period of the data.",
    formula: "sum of x from the first period to t",
    searchTerms: ["running", "total"],
    examples: ["surplus cumulative 2026-07"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    try input.mustBeFlow(for: call)
  }

  func kind(after input: Kind) -> Kind { input.with(unit: input.unit, nature: .level) }

  var label: String { "running sum" }

  func run(_ series: Series) -> Series {
    var total: Cell?
    var result = series
    for index in series.cells.indices {
      let cell = series.cells[index]
      if let before = total {
        total = Cell.computed(before, cell) { $0 + $1 }
      } else if cell.hasValue {
        total = cell
      }
      result.cells[index] = total ?? cell
    }
    return result
  }
}
