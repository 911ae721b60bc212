import Testing

// Expected numbers: counted in the observations file by Python 3.11.7, apart from this program.
@Suite struct CardTests {
  @Test func seriesCardCountsFiguresAndNamesGaps() throws {
    let text = try Asking.text("describe exports to US")
    #expect(text.contains("unit USD, FOB"))
    #expect(text.contains("91 figures for 88 periods"))
    #expect(text.contains("Jul 2026 no figure is loaded"))
    #expect(try Asking.text("describe exports").contains("349 figures for 267 periods"))
  }

  @Test func placesProductsEventsAndTheDataHaveCards() throws {
    #expect(try Asking.text("describe ASEAN").contains("a group of 11"))
    #expect(try Asking.text("describe covid").contains("to 2023-01-08"))
    #expect(try Asking.text("describe steel").contains("exports.quantity"))
    #expect(try Asking.text("describe").contains("china-customs"))
    #expect(Asking.code("describe sailing") == "unknown-name")
  }

  @Test func citationNamesPublisherSeriesPeriodDayAndAddress() throws {
    let text = try Asking.text("cite exports yoy 2025-11")
    #expect(text.contains("China's exports yoy, Nov 2025. Published 2026-08-21. https://"))
    #expect(text.contains("Data set china-customs, SHA-256"))
  }
}
