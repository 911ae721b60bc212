import Testing

/// A word of the language in the wrong place is refused by where it belongs.
@Suite struct OutOfPlaceTests {
  @Test("functions take parentheses", arguments: ["exports record", "gini exports by partner"])
  func functions(_ query: String) {
    #expect(Asking.refusal(query)?.contains("is a function: what it takes stands in paren") == true)
  }

  @Test("statements stand first", arguments: ["surplus streak", "exports when"])
  func statements(_ query: String) {
    #expect(Asking.refusal(query)?.contains("stands first") == true)
  }
}
