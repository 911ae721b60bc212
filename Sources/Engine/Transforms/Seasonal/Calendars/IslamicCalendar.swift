import Periods

/// The Islamic calendar by rule: months of thirty and twenty-nine days in turn, eleven leap years in
/// thirty.
///
/// The observed month may begin a day earlier or later. Reingold and Dershowitz 2018, Calendrical
/// calculations, chapter 7.
enum IslamicCalendar {
  /// The first day of the month of fasting.
  static func ramadan(in year: Int) -> Day { firstDay(ofMonth: 9, in: year) }

  /// The first day of the month after it, the feast of breaking the fast.
  static func shawwal(in year: Int) -> Day { firstDay(ofMonth: 10, in: year) }

  private static func firstDay(ofMonth month: Int, in year: Int) -> Day {
    let days = 29 * (month - 1) + month / 2
    return Day(number: epoch + 354 * (year - 1) + (3 + 11 * year) / 30 + days)
  }

  /// 16 July 622 of the Julian calendar, in days from 1970.
  private static let epoch = -492_148

  /// The Islamic year in which a Gregorian year begins.
  static func year(atStartOf gregorian: Int) -> Int {
    let days = Day(firstOf: Month(year: gregorian, month: 1)).number - epoch
    return (30 * days + 10_646) / 10_631
  }
}
