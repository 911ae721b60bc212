/// A calendar month, counted from January of year 0 of the proleptic Gregorian calendar.
///
/// Months are plain integers inside, so that a series is an array and a lag is a subtraction.
package struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0: year × 12 + (month − 1).
  package var index: Int

  package init(index: Int) { self.index = index }

  /// The month `month` (1 to 12) of a year.
  package init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a year has twelve months")
    index = year * 12 + month - 1
  }

  package var year: Int { index >= 0 ? index / 12 : (index - 11) / 12 }

  /// The number of the month in its year, from 1 to 12.
  package var number: Int { index - year * 12 + 1 }

  package static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  package static func + (month: Month, count: Int) -> Month { Month(index: month.index + count) }

  package static func - (month: Month, count: Int) -> Month { Month(index: month.index - count) }

  /// How many months lie between two months.
  package static func - (left: Month, right: Month) -> Int { left.index - right.index }
}

extension Month: CustomStringConvertible {
  /// The form `2025-11`.
  package var description: String { "\(fourDigits(year))-\(twoDigits(number))" }

  /// The English abbreviation of the month, such as `Nov`.
  package var abbreviation: String { Month.abbreviations[number - 1] }

  /// The form `Nov 2025`, for sentences and labels.
  package var label: String { "\(abbreviation) \(year)" }

  package static let abbreviations = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

func fourDigits(_ number: Int) -> String {
  String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
}
