import Testing

/// A share is of a whole that holds the part; anything else is refused.
@Suite struct PartOfWholeTests {
  @Test(
    "partners that the whole does not hold have no share in it",
    arguments: [
      "share of US in imports from EU 2024",
      "share of exports to US in exports to EU 2024",
      "share of ASEAN in exports to RCEP 2024",
    ]
  )
  func outside(_ query: String) {
    #expect(Asking.code(query) == "not-a-part")
  }

  @Test(
    "partners that it holds have one",
    arguments: [
      "share of Germany in exports to EU 2024",
      "share of exports to Germany in exports to EU 2024",
      "share of EU in exports to EU 2024",
      "share of US in exports to World 2024",
      "share of US in exports 2024",
    ]
  )
  func inside(_ query: String) {
    #expect(Asking.code(query) == nil)
  }

  @Test("a group of which only some are in the whole is refused by who is not")
  func overlap() {
    #expect(
      Asking.refusal("share of ASEAN in exports to RCEP 2024")?.contains("Timor-Leste") == true
    )
  }
}
