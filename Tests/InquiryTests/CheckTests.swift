import Testing

// Expected numbers: computed from the observations file by Python 3.11.7, apart from this program.
@Suite struct CheckTests {
  @Test func publishedAndComputedGrowthStandSideBySide() throws {
    let values = try Asking.numbers("value", of: "check exports 2022 yoy")
    #expect(near(values[0], 5.579053973549408))
    #expect(near(values[1], 7.0))
    let text = try Asking.text("check exports 2022 yoy")
    #expect(text.contains("✗ published and computed growth lie 1.4 pp apart"))
    #expect(text.contains("implies a base of 3,312.5 bn; the base here is 3,357.2 bn"))
  }

  @Test func firstPublishedLevelStandsBesideTheRevisedOne() throws {
    let line = "check exports 2025-11"
    #expect(
      try Asking.labels("figure", of: line)
        == [
          "as taken", "as first published", "total to Nov less total to Oct", "adjusted for season",
        ]
    )
    let values = try Asking.numbers("value", of: line)
    #expect(near(values[0], 330.0e9))
    #expect(near(values[1], 330.35e9))
    #expect(near(values[2], 330.0e9))
  }

  @Test func balanceOfOtherVintageBreaksTheIdentityAndSaysSo() throws {
    let text = try Asking.text("check surplus 2025-11")
    #expect(text.contains("✗ exports 330.0 − imports 220.1 = 109.9 bn"))
    #expect(text.contains("the balance as published is 111.6 bn, gap −1.7 bn"))
    #expect(text.contains("the imports are of 2026-08-21, the balance of 2026-04-30"))
  }

  @Test func identityHoldsWithinOneVintage() throws {
    let text = try Asking.text("check surplus 2025-11 as of 2025-12-08")
    #expect(text.contains("✓ exports 330.4 − imports 218.7 = 111.7 bn"))
  }

  @Test func partnersAreNoMoreThanTheWorld() throws {
    let text = try Asking.text("check exports 2025-11")
    #expect(text.contains("✓ 8 partners with figures add up to"))
  }
}
