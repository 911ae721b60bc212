import Engine
import Guidance
import Testing

// Expected numbers: computed from the observations file by Python 3.11.7, apart from this program.
@Suite struct ExplainTests {
  @Test func runningTotalShowsItsMonthsAndThatThePublishedTotalWasTaken() throws {
    let text = try Asking.text("explain exports ytd yoy 2026-07")
    #expect(text.contains("356.6 + 299.8 + 321.0 + 359.1 + 376.3 + 411.9 + 397.9 = 2,522.6 bn"))
    #expect(text.contains("324.3 + 214.8 + 313.0 + 315.1 + 315.6 + 324.6 + 321.2 = 2,128.6 bn"))
    #expect(text.contains("the younger total, as published, is 2,128.7 bn"))
    #expect(text.contains("100 × (2,522.6 ÷ 2,128.7 − 1) = +18.5 %"))
    #expect(text.contains("not the same as averaging the monthly yoy (+19.4 %)"))
  }

  @Test func growthNamesBasisVintageAndSource() throws {
    let text = try Asking.text("explain exports to US yoy 2025-11")
    #expect(text.contains("exports to US · Nov 2025 · USD · FOB: 33.79 bn"))
    #expect(text.contains("first published 2025-12-08"))
    #expect(text.contains("100 × (33.79 ÷ 47.31 − 1) = −28.6 %"))
  }

  @Test func publishedGrowthIsExplainedByTheBaseThatItImplies() throws {
    let text = try Asking.text("explain exports yoy 2025-11 as of 2025-12-08")
    #expect(text.contains("the source published +5.9 % on 2025-12-08"))
    #expect(text.contains("it implies a base of 311.9 bn; the base here is 312.4 bn"))
    #expect(text.contains("later published as 311.9 bn on 2026-04-30"))
  }

  @Test func derivedFiguresNameTheirMethod() throws {
    let text = try Asking.text("explain exports 2026-08")
    #expect(text.contains("derived: 2025-08, +25.0 %; published 2026-08 balance 119.09 bn"))
  }

  @Test func balanceIsTheDifferenceOfItsTerms() throws {
    let text = try Asking.text("explain surplus ytd 2025-11")
    #expect(text.contains("3,413.0 − 2,344.8 = 1,068.2 bn"))
  }

  @Test func growthOfAnAverageTellsTheOtherOrder() throws {
    let text = try Asking.text("explain exports 3mma yoy 2026-04")
    #expect(text.contains("(299.8 + 321.0 + 359.1) ÷ 3 = 326.6 bn"))
    #expect(text.contains("= +16.3 %"))
    #expect(text.contains("the other order, `yoy 3mma`, gives +18.7 %"))
  }

  @Test func growthOnADeficitHasNoMeaningAndSaysWhy() throws {
    let text = try Asking.text("explain surplus yoy 2021-02")
    #expect(text.contains("80.4 − 142.4 = −62.0 bn"))
    #expect(text.contains("no meaning, the base is not above zero"))
  }

  @Test func conversionTakesEachMonthAtItsRate() throws {
    let text = try Asking.text("explain exports in CNY yoy 2025-06")
    #expect(text.contains("324.6 × 7.1810 = 2,330.9 bn"))
  }

  @Test(arguments: [
    "share of exports to US 2025", "exports by partner 2025", "top 5 partners by exports 2025",
    "exports cagr 2015..2025", "exports index 2019=100 2026-07", "average exports in 2025",
    "exports 2025 vs 2024", "surplus 2025 > 1 trillion", "exports yoy - imports yoy",
    "contributions to exports yoy by partner 2025-11", "exports excluding US 2025",
    "exports by month of year", "hhi(exports by partner 2025)", "exports 3m/3m saar 2026-07",
    "exports rolling 12m sum 2026-07", "exports lag 12 2026-07", "exports zscore", "5 + 3",
    "exports to US 2024 vs reported by US", "exports by quarter qoq since 2025", "max surplus",
    "exports by partner 2025 where share > 5%", "exports to US, EU 2025", "pmi by year",
  ])
  func everyKindOfQueryIsExplainedInStepsThatFit(_ query: String) throws {
    let answer = try Asking.answer("explain \(query)")
    guard case .text(let lines) = answer.content else { throw Asking.Unanswered(line: query) }
    #expect(lines.contains { $0.hasPrefix("  1  ") })
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}

@Suite struct IncompletePeriodTests {
  @Test func shareOfAnIncompleteYearIsToldForItsMonths() throws {
    let text = try Asking.text("explain share of exports to US by year")
    #expect(text.contains("exports to US · H1 2026"))
    #expect(text.contains("100 × 215.9 ÷ 2,124.8 = 10.2 %"))
  }

  @Test func missingRatesAreNamed() throws {
    let thrown = #expect(throws: Diagnostic.self) {
      try Asking.answer("exports in CNY 2025")
    }
    let diagnostic = try #require(thrown)
    #expect(diagnostic.notes.contains { $0.contains("from 2023-01 to 2025-07") })
  }
}
