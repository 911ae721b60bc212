import Catalogue
import Guidance
import Language
import Periods

extension Kind {
  /// Refuses to add up what does not add up: growth rates, indices, shares.
  func mustBeFlow(for call: TransformCall) throws(Diagnostic) {
    guard nature != .flow else { return }
    let word = call.name.text
    let what = nature == .growth ? "growth rates do" : "\(unit?.noun ?? "a number") does"
    throw Diagnostic(
      "flows-only",
      "`\(word)` adds up a flow, but \(what) not add up",
      at: call.name.span
    )
  }
}

/// Adds up, for every period, the months that an accumulation names.
///
/// Runs where the sum could not be taken from the figures themselves.
func accumulated(_ series: Series, _ accumulation: Accumulation) -> Series {
  series.map { number in
    let span = accumulation.span(of: series.period(number))
    let parts = series.numbers(within: span)
    guard series.period(parts.lowerBound).start == span.start else {
      return .missing(.outOfRange)
    }
    guard parts.lowerBound >= series.first else { return .missing(.outOfRange) }
    let places = parts.lowerBound - series.first...parts.upperBound - series.first
    return Cell.sum(of: series.cells[places])
  }
}

extension Series {
  /// The numbers of the periods that lie within a longer one; at least that of its end.
  func numbers(within span: Period) -> ClosedRange<Int> {
    let last = frequency.number(startingAtOrBefore: span.end)
    let first = frequency.number(startingAtOrBefore: span.start + (frequency.step - 1))
    return min(first, last)...last
  }
}
