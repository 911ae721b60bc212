import Engine
import Testing

/// A correlation says what it was taken over, and where it may be of chance alone.
@Suite struct AssociationTests {
  @Test("the periods that all series have are told")
  func sample() throws {
    let growth = try Asking.answer("corr(exports yoy, imports yoy)")
    #expect(growth.context == ["over 128 months, Jan 2016 – Aug 2026"])
    #expect(!growth.notes.contains { $0.code == "drifting" })
    let year = try Asking.answer("corr(exports yoy in 2024, imports yoy)")
    #expect(year.context == ["over 12 months, 2024"])
    let elasticity = try Asking.answer("elasticity(exports by year, world exports)")
    #expect(elasticity.context.first?.hasPrefix("over 7 years") == true)
  }

  @Test("levels that drift go together by chance")
  func levels() throws {
    let levels = try Asking.answer("corr(exports, imports)")
    #expect(levels.notes.contains { $0.code == "drifting" })
  }

  @Test("an index over groups of countries says so")
  func groups() throws {
    let notes = try Asking.answer("hhi(exports by partner 2024)").notes
    let note = notes.first { $0.code == "members-grouped" }
    #expect(note?.text.hasPrefix("Africa, ASEAN, EU, Latin America count each") == true)
    let products = try Asking.answer("hhi(exports by product 2025)").notes
    #expect(!products.contains { $0.code == "members-grouped" })
  }
}
