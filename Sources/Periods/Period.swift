/// A run of whole months: a month, a quarter, a half, a year, or several months taken together.
///
/// January–February together is the period of length 2 that starts in January; a year to date of
/// eleven months has length 11.
package struct Period: Hashable, Sendable {
  package var start: Month
  package var length: Int

  package init(start: Month, length: Int) {
    precondition(length > 0, "a period holds at least one month")
    self.start = start
    self.length = length
  }

  package init(_ month: Month) { self.init(start: month, length: 1) }

  package init(year: Int) { self.init(start: Month(year: year, month: 1), length: 12) }

  /// All months from `first` to `last`, both included.
  package init(from first: Month, through last: Month) {
    self.init(start: first, length: last - first + 1)
  }

  package var end: Month { start + (length - 1) }

  package var months: ClosedRange<Int> { start.index...end.index }

  package func contains(_ month: Month) -> Bool { months.contains(month.index) }

  package func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }

  package func shifted(by months: Int) -> Period { Period(start: start + months, length: length) }

  /// The grain of a whole calendar unit; nil for several months taken together.
  package var grain: Grain? {
    Grain.allCases.first { $0.months == length && start.index % $0.months == 0 }
  }

  /// How a series made of such periods repeats: by its grain, or once a year.
  package var frequency: Frequency {
    grain.map(Frequency.init) ?? Frequency(step: 12, length: length, phase: start.number - 1)
  }
}

extension Period: Comparable {
  package static func < (left: Period, right: Period) -> Bool {
    (left.start, left.length) < (right.start, right.length)
  }
}

extension Period: CustomStringConvertible {
  /// The canonical form: `2025`, `2025-H1`, `2025-Q3`, `2025-11`, `2026-01..2026-02`.
  package var description: String {
    let year = fourDigits(start.year)
    switch grain {
    case .month: return start.description
    case .quarter: return "\(year)-Q\((start.number + 2) / 3)"
    case .half: return "\(year)-H\((start.number + 5) / 6)"
    case .year: return year
    case nil: return "\(start)..\(end)"
    }
  }

  /// The form for sentences: `2025`, `Q3 2025`, `Nov 2025`, `Jan–Feb 2026`.
  package var label: String {
    switch grain {
    case .month: return start.label
    case .quarter: return "Q\((start.number + 2) / 3) \(start.year)"
    case .half: return "H\((start.number + 5) / 6) \(start.year)"
    case .year: return "\(start.year)"
    case nil where start.year == end.year: return "\(start.abbreviation)–\(end.label)"
    case nil: return "\(start.label) – \(end.label)"
    }
  }
}
