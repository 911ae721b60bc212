/// How the periods of a series follow each other: one of `length` months every `step` months.
///
/// Monthly data has step 1 and length 1; years have 12 and 12. January–July of every year, which
/// aligns an incomplete year with its predecessors, has step 12, length 7 and phase 0.
package struct Frequency: Hashable, Sendable {
  package var step: Int
  package var length: Int

  /// Months from January to the first month of a period, from 0 to step − 1.
  package var phase: Int

  package init(step: Int, length: Int, phase: Int) {
    precondition(step > 0 && length > 0, "periods move forward")
    self.step = step
    self.length = length
    self.phase = phase % step
  }

  package init(_ grain: Grain) { self.init(step: grain.months, length: grain.months, phase: 0) }

  package static let monthly = Frequency(.month)
  package static let annual = Frequency(.year)

  /// Periods a year; nil where a year does not hold a whole number of them.
  package var perYear: Int? { 12 % step == 0 ? 12 / step : nil }

  package var grain: Grain? {
    step == length && phase == 0 ? Grain.allCases.first { $0.months == step } : nil
  }

  /// The period with a running number; the period that holds January of year 0 has number 0.
  package func period(_ number: Int) -> Period {
    Period(start: Month(index: number * step + phase), length: length)
  }

  /// The number of the period that starts in `month` or, where none does, of the last that starts
  /// before it.
  package func number(startingAtOrBefore month: Month) -> Int {
    let shifted = month.index - phase
    return shifted >= 0 ? shifted / step : (shifted - step + 1) / step
  }

  /// The number of `period`; nil where the period is not one of this frequency.
  package func number(of period: Period) -> Int? {
    guard period.length == length, (period.start.index - phase) % step == 0 else { return nil }
    return (period.start.index - phase) / step
  }

  /// The adjective for reading lines: `monthly`, `annual`, `Jan–Jul of each year`.
  package var label: String {
    if let grain { return grain.adjective }
    let first = Month.abbreviations[phase]
    let last = Month.abbreviations[(phase + length - 1) % 12]
    return "\(first)–\(last) of each year"
  }
}
