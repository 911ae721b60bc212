import Catalogue
import Guidance
import Language
import Periods

extension Span {
  /// The span in periods of a series; refused where it holds no whole number of them.
  func periods(of input: Kind, for call: TransformCall) throws(Diagnostic) -> Int {
    guard months % input.frequency.step == 0 else {
      throw Diagnostic(
        "frequency-mismatch",
        "\(self) is no whole number of periods: these figures are \(input.frequency.label)",
        at: call.name.span
      )
    }
    return months / input.frequency.step
  }
}

extension Series {
  /// For every period a cell made of the last `count`; missing where the series has not so many.
  func rolling(_ count: Int, _ cell: (ArraySlice<Cell>) -> Cell) -> Series {
    var result = self
    for place in cells.indices {
      result.cells[place] =
        place + 1 < count ? .missing(.outOfRange) : cell(cells[place + 1 - count...place])
    }
    return result
  }
}
