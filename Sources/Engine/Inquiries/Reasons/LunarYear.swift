import Periods

/// The days of the Lunar New Year, which move production and shipping between January and February.
enum LunarYear {
  /// The first day of the Chinese year that begins in a year; nil outside of 2008–2030.
  ///
  /// A test compares them with the Chinese calendar of ICU.
  static func day(in year: Int) -> Day? {
    let index = year - 2008
    guard days.indices.contains(index) else { return nil }
    return Day(year: year, month: days[index].month, day: days[index].day)
  }

  private static let days: [(month: Int, day: Int)] = [
    (2, 7), (1, 26), (2, 14), (2, 3), (1, 23), (2, 10), (1, 31), (2, 19), (2, 8), (1, 28),
    (2, 16), (2, 5), (1, 25), (2, 12), (2, 1), (1, 22), (2, 10), (1, 29), (2, 17), (2, 6),
    (1, 26), (2, 13), (2, 3),
  ]
}
