import Periods

/// When the Lunar New Year falls.
///
/// Days by the astronomical calendar of China, as in the Python package lunardate 0.3.0.
enum LunarCalendar {
  /// The first day of the Chinese year that begins in a year; nil outside of 1950 to 2099.
  static func newYear(in year: Int) -> Day? {
    guard newYears.indices.contains(year - firstYear) else { return nil }
    let eve = Day(firstOf: Month(year: year, month: 1)).number - 1
    return Day(number: eve + newYears[year - firstYear])
  }

  private static let firstYear = 1950

  /// Days from 31 December to New Year's Day: 27 January is 27, 5 February 36.
  private static let newYears = [
    48, 37, 27, 45, 34, 24, 43, 31, 49, 39, 28, 46, 36, 25, 44, 33, 21, 40, 30, 48, 37, 27, 46, 34,
    23, 42, 31, 49, 38, 28, 47, 36, 25, 44, 33, 51, 40, 29, 48, 37, 27, 46, 35, 23, 41, 31, 50, 38,
    28, 47, 36, 24, 43, 32, 22, 40, 29, 49, 38, 26, 45, 34, 23, 41, 31, 50, 39, 28, 47, 36, 25, 43,
    32, 22, 41, 29, 48, 37, 26, 44, 34, 23, 42, 31, 50, 39, 28, 46, 35, 24, 43, 32, 22, 41, 30, 48,
    37, 26, 45, 33, 23, 42, 32, 50, 39, 28, 46, 35, 24, 43, 33, 21, 40, 29, 48, 36, 26, 45, 34, 23,
    42, 31, 50, 38, 27, 46, 36, 24, 43, 33, 22, 40, 29, 48, 37, 26, 45, 34, 24, 41, 30, 49, 38, 27,
    46, 36, 25, 43, 32, 21,
  ]
}
