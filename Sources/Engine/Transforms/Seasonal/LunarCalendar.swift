import Periods

/// When the Lunar New Year falls, and how its neighbourhood spreads over the months.
///
/// Days by the astronomical calendar of China, as in the Python package lunardate 0.3.0.
enum LunarCalendar {
  /// The share of twenty days from `first` days after New Year that lies in each month, less the
  /// mean of that month over the years 1990 to 2040; zero outside of them.
  ///
  /// Lin and Liu 2002, Modeling and seasonal adjustment of the moving holiday effect: the Lunar New
  /// Year; the mean is taken off as in genhol of the US Census Bureau, so that no season is left.
  static func effect(from first: Int, months: [Month]) -> [Double] {
    var days: [Month: Int] = [:]
    for (index, newYear) in newYears.enumerated() {
      let start = newYear + first
      for day in start..<start + 20 {
        days[month(ofDay: day, in: firstYear + index), default: 0] += 1
      }
    }
    var means = [Double](repeating: 0, count: 12)
    for (month, count) in days.sorted(by: { $0.key < $1.key }) {
      means[month.number - 1] += Double(count) / 20 / Double(newYears.count)
    }
    let years = firstYear..<firstYear + newYears.count
    return months.map { month in
      years.contains(month.year) ? Double(days[month] ?? 0) / 20 - means[month.number - 1] : 0
    }
  }

  private static let firstYear = 1990

  /// Days from 31 December to New Year's Day: 27 January is 27, 5 February 36.
  private static let newYears = [
    27, 46, 35, 23, 41, 31, 50, 38, 28, 47, 36, 24, 43, 32, 22, 40, 29, 49, 38, 26, 45, 34, 23, 41,
    31, 50, 39, 28, 47, 36, 25, 43, 32, 22, 41, 29, 48, 37, 26, 44, 34, 23, 42, 31, 50, 39, 28, 46,
    35, 24, 43,
  ]

  /// The month of a day of the year, counted from 1; at most as far as March, or December before.
  private static func month(ofDay day: Int, in year: Int) -> Month {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let january = Month(year: year, month: 1)
    if day < 1 { return january - 1 }
    if day <= 31 { return january }
    return day <= (isLeap ? 60 : 59) ? january + 1 : january + 2
  }
}
