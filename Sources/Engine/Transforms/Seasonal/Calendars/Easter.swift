import Periods

/// When Easter falls in the western churches.
enum Easter {
  /// Easter Sunday by the Gregorian rule.
  ///
  /// Meeus 1991, Astronomical algorithms, chapter 8.
  static func sunday(in year: Int) -> Day {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century + 8) / 25
    let shift = (century - correction + 1) / 3
    let epact = (19 * golden + century - century / 4 - shift + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let place = epact + weekday - 7 * late + 114
    let month = Month(year: year, month: place / 31)
    return Day(number: Day(firstOf: month).number + place % 31)
  }
}
