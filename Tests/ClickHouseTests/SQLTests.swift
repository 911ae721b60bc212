import Testing

@testable import ClickHouse

@Suite("Texts in statements")
struct SQLTests {
  @Test("stay texts whatever is in them")
  func literals() {
    #expect(SQL.literal("it's") == #"'it\'s'"#)
    #expect(SQL.literal(#"\'; DROP"#) == #"'\\\'; DROP'"#)
    #expect(SQL.name("a`b\\") == #"`a\`b\\`"#)
  }
}
