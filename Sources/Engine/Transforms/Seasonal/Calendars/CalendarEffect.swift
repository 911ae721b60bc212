import Periods

/// What the calendar does to a month beyond its habit: a number for each month, the mean of the month
/// of the year over 1990 to 2040 taken off.
///
/// Means are taken off so that no season is left in the effect, as in genhol of the US Census Bureau.
enum CalendarEffect: String, CaseIterable, Sendable {
  /// The twenty days before the Lunar New Year and the twenty from it on.
  /// Lin and Liu 2002, Modeling and seasonal adjustment of the moving holiday effect.
  case lunar
  /// The eight days before Easter Sunday.
  case easter
  /// The month of fasting.
  case ramadan
  /// How many Mondays to Saturdays beyond the Sundays, and the leap day.
  /// Findley et al. 1998, X-12-ARIMA, Journal of Business and Economic Statistics 16.
  case trading

  /// How it is named in the line above an answer.
  var words: String {
    switch self {
    case .lunar: "Lunar New Year"
    case .easter: "Easter"
    case .ramadan: "Ramadan"
    case .trading: "trading days"
    }
  }

  /// The regressors, one value a month each.
  func columns(_ months: [Month]) -> [[Double]] {
    switch self {
    case .lunar:
      [-20, 0].map { first in
        CalendarEffect.shares(months) { year in
          LunarCalendar.newYear(in: year).map { $0.number + first..<$0.number + first + 20 }
        }
      }
    case .easter:
      [
        CalendarEffect.shares(months) { year in
          let sunday = Easter.sunday(in: year).number
          return sunday - 8..<sunday
        }
      ]
    case .ramadan: [CalendarEffect.fasting(months)]
    case .trading: CalendarEffect.weekdays(months)
    }
  }

  private static let years = 1990...2040

  /// The share of the days of each year's span that lies in each month.
  private static func shares(_ months: [Month], _ span: (Int) -> Range<Int>?) -> [Double] {
    var shares: [Month: Double] = [:]
    let first = min(years.lowerBound, months.first?.year ?? years.lowerBound) - 1
    let last = max(years.upperBound, months.last?.year ?? years.upperBound) + 1
    for year in first...last {
      guard let span = span(year) else { continue }
      for day in span { shares[Day(number: day).month, default: 0] += 1 / Double(span.count) }
    }
    return centred(months) { shares[$0] ?? 0 }
  }

  private static func fasting(_ months: [Month]) -> [Double] {
    var shares: [Month: Double] = [:]
    let first = min(years.lowerBound, months.first?.year ?? years.lowerBound)
    let last = max(years.upperBound, months.last?.year ?? years.upperBound) + 1
    let spans = IslamicCalendar.year(atStartOf: first)...IslamicCalendar.year(atStartOf: last)
    for year in spans {
      let span = IslamicCalendar.ramadan(in: year).number..<IslamicCalendar.shawwal(in: year).number
      for day in span { shares[Day(number: day).month, default: 0] += 1 / Double(span.count) }
    }
    return centred(months) { shares[$0] ?? 0 }
  }

  private static func weekdays(_ months: [Month]) -> [[Double]] {
    let counts = months.map { month -> [Int] in
      var counts = [Int](repeating: 0, count: 7)
      // Day zero, 1 January 1970, was a Thursday; Mondays come first here.
      for day in Day(firstOf: month).number...Day(lastOf: month).number {
        counts[((day + 3) % 7 + 7) % 7] += 1
      }
      return counts
    }
    let contrasts = (0..<6).map { weekday in counts.map { Double($0[weekday] - $0[6]) } }
    let leap = months.map { month -> Double in
      guard month.number == 2 else { return 0 }
      return Day.count(inMonth: 2, of: month.year) == 29 ? 0.75 : -0.25
    }
    return contrasts + [leap]
  }

  private static func centred(_ months: [Month], _ value: (Month) -> Double) -> [Double] {
    let means = (1...12).map { number in
      years.reduce(0) { $0 + value(Month(year: $1, month: number)) } / Double(years.count)
    }
    return months.map { value($0) - means[$0.number - 1] }
  }
}
