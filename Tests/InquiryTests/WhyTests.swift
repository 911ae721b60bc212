import Testing

// Expected numbers: computed from the observations file by Python 3.11.7, apart from this program.
@Suite struct WhyTests {
  @Test func baseEffectGivesTheTwoYearPace() throws {
    let text = try Asking.text("why exports yoy 2026-03")
    #expect(text.contains("+2.6 % in Mar 2026: 321.0 bn after 313.0 bn in Mar 2025"))
    #expect(text.contains("growth a year earlier was +12.1 %, so the two-year pace is +7.2 %"))
  }

  @Test func partnersAddUpToTheGrowthOfTheWhole() throws {
    let text = try Asking.text("why exports yoy 2025-11")
    #expect(text.contains("EU +2.0, Africa +1.4, ASEAN +1.4, Latin America +1.1, Australia +0.7"))
    #expect(text.contains("US −4.3, Russia −0.2, all others +3.7; together +5.8 pp"))
  }

  @Test func balanceIsToldByItsParts() throws {
    let text = try Asking.text("why surplus 2025")
    #expect(text.contains("+187.5 bn in 2025: 1,180.1 bn after 992.6 bn in 2024"))
    #expect(text.contains("exports +194.4 bn (+5.4 %), imports +6.9 bn (+0.3 %)"))
  }

  @Test func partnerIsToldByItsShareOfTheWhole() throws {
    let text = try Asking.text("why exports to US yoy 2025-11")
    #expect(text.contains("−4.3 pp of the growth of all exports (+5.8 %)"))
  }

  @Test func februaryNamesTheHolidayAndBothMonthsTogether() throws {
    let text = try Asking.text("why exports yoy 2026-02")
    #expect(text.contains("2026-02-17, after 2025-01-29 the year before"))
    #expect(text.contains("Jan–Feb 2026 together +21.8 %"))
  }

  @Test func nothingIsSaidThatTheFiguresDoNotSupport() throws {
    let text = try Asking.text("why pmi 2025-11")
    #expect(text.contains("−1.1 in Nov 2025: 49.2 after 50.3"))
    for word in ["partners", "calendar", "revision"] { #expect(!text.contains(word)) }
  }

  @Test func whatIsNoMeasureIsRefused() {
    #expect(Asking.code("why 5 + 3") == "needs-measure")
  }
}
