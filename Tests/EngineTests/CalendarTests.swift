import Foundation
import Periods
import Testing

@testable import Engine

/// The days of `References/feasts.txt`: convertdate for Easter and the Islamic calendar by rule,
/// lunardate for the Lunar New Year.
@Suite struct CalendarTests {
  @Test(arguments: ["easter", "lunar", "ramadan"])
  func `movable feasts fall where convertdate and lunardate say`(feast: String) throws {
    let lines = ReferenceTable.lines(of: "feasts").filter { $0[0] == feast }
    #expect(lines.count >= 150)
    for fields in lines {
      let year = try #require(Int(fields[1]))
      let day: Day? =
        switch feast {
        case "easter": Easter.sunday(in: year)
        case "lunar": LunarCalendar.newYear(in: year)
        default: IslamicCalendar.ramadan(in: year)
        }
      #expect(day == Day(fields[2]), "\(feast) \(year)")
    }
  }

  // Foundation's calendar of Saudi Arabia goes by tables of the observed moon.
  @Test(arguments: 1400...1460)
  func `the month by rule is at most two days from the one observed`(year: Int) throws {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let parts = DateComponents(year: year, month: 9, day: 1)
    let date = try #require(calendar.date(from: parts))
    let observed = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
    #expect(abs(IslamicCalendar.ramadan(in: year).number - observed) <= 2)
  }

  @Test func `effects of the calendar hold no season`() {
    let months = (0..<612).map { Month(year: 1990, month: 1) + $0 }
    for effect in [CalendarEffect.lunar, .easter, .ramadan] {
      for column in effect.columns(months) {
        for month in 0..<12 {
          let same = stride(from: month, to: months.count, by: 12).map { column[$0] }
          #expect(abs(same.reduce(0, +)) < 1e-9)
        }
      }
    }
  }
}
