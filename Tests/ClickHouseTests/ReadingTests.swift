import Testing

@testable import ClickHouse

@Suite("Replies of servers")
struct ReadingTests {
  private func amount(_ text: String, _ scale: Int?) -> Amount? {
    Array(text.utf8).withUnsafeBytes { Amount($0, scale: scale) }
  }

  @Test("sums are exact whatever places they are written with")
  func amounts() {
    #expect(amount("12.5", 2)?.whole == 1250)
    #expect(amount("12", 2)?.whole == 1200)
    #expect(amount("-0.01", 2)?.whole == -1)
    #expect(amount("170141183460469231731687303715884105727", 0)?.whole == .max)
    #expect(amount("170141183460469231731687303715884105728", 0) == nil)
    #expect(amount("1.234", 2) == nil)
    #expect(amount("", 2) == nil)
    #expect(amount("nan", nil) == nil)
    #expect(amount("1.5e3", nil)?.inexact == 1500)
    #expect(amount("123456789.01", 2)?.value(scale: 2, exponent: 0) == 123456789.01)
    #expect(amount("5", 0)?.value(scale: 0, exponent: 3) == 5000)
  }

  @Test("escapes are undone, and what has no end is no row")
  func rows() {
    #expect(Rows(Array("a\\tb\t\\\\\\n\n\t\n".utf8)).fields == [["a\tb", "\\\n"], ["", ""]])
    #expect(Rows(Array("a\tb".utf8)).fields.last?.count == 1)
    #expect(Rows([]).fields.isEmpty)
  }

  @Test(
    "types are known by their names",
    arguments: [
      ("UInt32", ColumnType.integer(bits: 32)),
      ("Nullable(Decimal(18, 2))", .decimal(precision: 18, scale: 2)),
      ("LowCardinality(Nullable(String))", .text), ("Enum8('X' = 1, 'M' = 2)", .text),
      ("Date", .date),
      ("DateTime('UTC')", .date), ("Float32", .float), ("FixedString(3)", .fixedText(3)),
      ("Array(UInt8)", .other),
    ]
  )
  func types(_ text: String, _ type: ColumnType) {
    #expect(ColumnType(text) == type)
  }

  @Test("scans that differ in single members are one pass")
  func passes() {
    func scan(_ flow: String, _ partner: String?) -> ServerScan {
      var scan = ServerScan()
      scan.members[.flow] = .only([flow])
      if let partner { scan.members[.partner] = .only([partner]) }
      return scan
    }
    let four = [scan("X", "USA"), scan("M", "USA"), scan("X", "DEU"), scan("M", "DEU")]
    #expect(Pass.passes(four).count == 1)
    #expect(Pass.passes(four)[0].shape.members[.partner] == .only(["DEU", "USA"]))
    #expect(Pass.passes([scan("X", "USA"), scan("X", nil)]).count == 2)
    #expect(Pass.passes([scan("X", "USA"), scan("M", "USA"), scan("X", "DEU")]).count == 2)
  }
}
