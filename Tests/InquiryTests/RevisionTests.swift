import Testing

// Expected numbers: read from the observations file by Python 3.11.7, apart from this program.
@Suite struct RevisionTests {
  @Test func everyVintageOfALevelIsARow() throws {
    let line = "revisions of exports 2025-11"
    #expect(
      try Asking.labels("published", of: line) == ["2025-12-08", "2026-04-30", "2026-08-21"]
    )
    let values = try Asking.numbers("value", of: line)
    #expect(near(values[0], 330.35e9) && near(values[1], 330.163e9) && near(values[2], 330e9))
    let changes = try Asking.numbers("change", of: line)
    #expect(changes[0] == nil && near(changes[1], -0.187e9, within: 1e-4))
    #expect(try near(Asking.numbers("yoy", of: line)[0], 5.9))
  }

  /// Months that were first published one by one add up to no total that anybody published.
  @Test(arguments: [
    ("exports 2025", "3,771.9"), ("imports 2025", "2,582.9"), ("surplus 2025", "1,189.0"),
  ])
  func aYearAsFirstPublishedIsThatOfItsRelease(_ query: String, _ shown: String) throws {
    #expect(try Asking.text("\(query) as first published").contains(shown))
  }

  @Test func theCutOfMarch2023IsToldInMoneyAndPercent() throws {
    let text = try Asking.text("revisions exports 2023-03")
    #expect(text.contains("exports: −13.1 bn (−4.16 %) since the first vintage"))
  }

  @Test func balanceIsToldByItsPartsAndAsPublished() throws {
    let figures = try Asking.labels("figure", of: "revisions of surplus 2025-11")
    #expect(Set(figures) == ["exports", "imports", "balance"])
    #expect(figures.count == 8)
  }

  @Test func partnersAndRatesHaveVintagesToo() throws {
    #expect(
      try near(Asking.numbers("value", of: "revisions of exports to US 2025-11")[0], 33.7891e9)
    )
    let rates = try Asking.numbers("value", of: "revisions of exports yoy published 2025-10")
    #expect(near(rates[0], -1.1) && near(rates[1], -1.2))
  }

  @Test func whatWasAddedUpHasNoVintagesOfItsOwn() {
    #expect(Asking.code("revisions of exports 2025Q2") == "nothing-matches")
  }
}
