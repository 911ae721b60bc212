import Foundation
import Periods
import Testing

@testable import Engine

// Expected days: the Chinese calendar of ICU, by way of Foundation.
@Suite struct LunarYearTests {
  @Test(arguments: 1950...2099)
  func theYearBeginsWhereTheChineseCalendarSays(_ year: Int) throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    var chinese = Calendar(identifier: .chinese)
    chinese.timeZone = zone
    let day = try #require(LunarCalendar.newYear(in: year))
    var gregorian = Calendar(identifier: .gregorian)
    gregorian.timeZone = zone
    let noon = Date(timeIntervalSince1970: Double(day.number) * 86_400 + 4 * 3600)
    let parts = chinese.dateComponents([.month, .day], from: noon)
    #expect(parts.month == 1 && parts.day == 1)
    #expect(gregorian.component(.year, from: noon) == year)
  }

  @Test func outsideOfTheTableThereIsNoDay() {
    #expect(LunarCalendar.newYear(in: 1949) == nil)
    #expect(LunarCalendar.newYear(in: 2100) == nil)
  }
}
