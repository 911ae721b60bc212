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
  /// For every period a value of the cells of the last `count`; missing where one of them is.
  func rolling(_ count: Int, _ value: ([Double]) -> Double) -> Series {
    map { number in
      Cell.computed(from: (number - count + 1...number).map { self[$0] }, value: value)
    }
  }
}
