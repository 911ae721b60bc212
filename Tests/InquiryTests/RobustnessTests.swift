import Testing

@Suite struct RobustnessTests {
  static let words = ["explain", "why", "check", "revisions of", "describe", "say"]

  static let queries = [
    "exports 2026", "exports to US, EU, ASEAN yoy", "exports by partner, year since 2020",
    "exports by partner 2025 where yoy > 20%", "corr(exports yoy, imports yoy)", "max surplus",
    "exports / (exports 2019)", "exports by month of year", "-exports", "exports lead 12",
    "exports to US 2024 vs reported by US", "exports 1990-01", "not surplus > 100 bn",
  ]

  @Test(arguments: queries)
  func everyInquiryAnswersOrIsRefused(_ query: String) {
    for word in RobustnessTests.words {
      guard let text = try? Asking.text("\(word) \(query)") else { continue }
      #expect(!text.isEmpty)
      // A number of no period must not be given one.
      #expect(!text.contains("Jan 0") && !text.contains("Dec 0"), "\(word) \(query)")
    }
  }
}
