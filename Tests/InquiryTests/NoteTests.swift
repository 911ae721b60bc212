import Engine
import Testing

/// Notes belong under the answers they are true of, and under no other.
@Suite struct NoteTests {
  @Test("growth of a part is not held against the published growth of the whole")
  func excluding() throws {
    #expect(try codes("exports yoy 2021").contains("mixed-vintages"))
    #expect(try !codes("exports excluding US yoy 2025").contains("mixed-vintages"))
  }

  @Test(
    "an index of members says where the list differs",
    arguments: ["hhi", "hhin", "neq", "cr", "theil", "gini"]
  )
  func members(_ index: String) throws {
    let query = "\(index)(exports by partner)"
    #expect(try codes("\(query) 2023..2025 by year").contains("members-differ"))
    #expect(try codes("\(query) 2024").contains("members-differ"))
    #expect(try !codes("\(query) in 2025-03").contains("members-differ"))
  }

  @Test("classes that hold others stand beside nothing they hold")
  func overlap() throws {
    let line = "exports by product 2025"
    #expect(try codes(line).contains("products-overlap"))
    let labels = try Asking.labels("product", of: line)
    #expect(labels.contains("integrated circuits") && labels.last == "other products")
    #expect(!labels.contains("machinery and electronics"))
    #expect(try (Asking.numbers("exports", of: line).compactMap(\.self).min() ?? -1) > 0)
    #expect(Asking.code("exports by chapter 2025") == "not-loaded")
  }

  private func codes(_ line: String) throws -> [String] {
    try Asking.answer(line).notes.map(\.code)
  }
}
