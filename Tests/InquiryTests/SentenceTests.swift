import Engine
import Shell
import Testing

// Expected numbers: computed from the observations file by Python 3.11.7, apart from this program.
@Suite struct SentenceTests {
  @Test func aRecordYearIsReached() throws {
    let sentence = try Asking.text("say surplus 2025")
    #expect(
      sentence.hasPrefix(
        "China's goods surplus reached US$1,180.1 bn in 2025, up 18.9 % on a year earlier, the"
          + " highest since the figures began in 2015."
      )
    )
  }

  @Test func aFallIsCountedAndAnUnfinishedYearIsOpen() throws {
    #expect(
      try Asking.text("say exports to US yoy 2025-11").hasPrefix(
        "China's exports to the US fell 28.6 % in November 2025 from a year earlier, the eighth"
          + " fall in a row."
      )
    )
    #expect(try Asking.text("say exports 2026").hasPrefix("China's exports have reached US$"))
  }

  @Test func aChangeOfSignIsToldInMoney() throws {
    #expect(
      try Asking.text("say surplus 2018-02").contains("US$43.2 bn more than a year earlier")
    )
    #expect(try Asking.text("say surplus yoy 2021-02").contains("there is no number"))
  }

  @Test func theLastAnswerCanBeSaidAndCited() throws {
    var workspace = Asking.workspace
    _ = try workspace.run("surplus 2025")
    let reply = try workspace.run("say _")
    guard case .text(let lines)? = reply.answer?.content else {
      throw Asking.Unanswered(line: "say _")
    }
    #expect(lines[0].hasPrefix("China's goods surplus"))
    #expect(try workspace.run("cite _").answer != nil)
  }

  @Test func theEighthMonthIsTheLongestStreak() throws {
    let text = try Asking.text("streak pmi < 50")
    #expect(text.contains("1 month, Jul 2026, and still so in the last figure"))
    #expect(text.contains("the longest: 8 months, Apr–Nov 2025"))
    let then = try Asking.text("streak pmi < 50 until 2025-11")
    #expect(then.contains("8 months, Apr–Nov 2025, and still so in the last figure"))
  }
}

@Suite struct OtherSentenceTests {
  @Test func whatIsNotOneNumberIsNotSaid() {
    #expect(Asking.code("say exports vs imports") == "needs-number")
    #expect(Asking.code("say exports by month of year") == "needs-number")
  }

  @Test func numbersOfNoPeriodNameNone() throws {
    #expect(try Asking.text("say average exports yoy 2026-01..07").contains("was 19.4 %."))
  }

  @Test func aRankingNamesItsFirstThree() throws {
    #expect(
      try Asking.text("say top 3 partners by exports 2025").hasPrefix(
        "The largest by exports in 2025 were ASEAN (US$666.3 bn), the EU (US$559.9 bn) and the US"
      )
    )
  }

  @Test func anImplausibleClaimIsNotTrue() throws {
    #expect(try Asking.text("say surplus 2025 > 2 trillion").hasPrefix("It is not true"))
  }
}
