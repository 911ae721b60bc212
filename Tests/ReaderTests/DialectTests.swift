import Columns
import Guidance
import Testing

@testable import Catalogue

@Suite struct DialectTests {
  private static let rows = "Date,Exports,Imports\n2020-01,10,20\n2020-02,11,21\n2020-03,12,22\n"

  private func total(_ bytes: [UInt8], _ options: ImportOptions = ImportOptions()) throws -> Double
  {
    let report = try importFile(bytes, named: "t.csv", options)
    let values = report.data.facts.values
    return values.indices.reduce(0) { $0 + values[$1] }
  }

  @Test(arguments: [
    rows, rows.replacing("\n", with: "\r\n"), rows.replacing("\n", with: "\r"),
    rows.replacing(",", with: ";"), rows.replacing(",", with: "\t"), "\u{FEFF}" + rows,
    rows.replacing("\n", with: ",\n"), "\n\nA title\n\n" + rows, rows + "\nSource: customs\n",
    "\"Date\",\"Exports\",\"Imports\"\n\"2020-01\",\"10\",\"20\"\n2020-02,11,21\n2020-03,12,22",
  ])
  func `the same table reads the same in every dialect`(text: String) throws {
    #expect(try total(Array(text.utf8)) == 96)
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read with and without its mark, in both orders`(isBig: Bool) throws {
    func bytes(_ text: String) -> [UInt8] {
      text.utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBig ? [high, low] : [low, high]
      }
    }
    #expect(try total(bytes(DialectTests.rows)) == 96)
    #expect(try total(bytes("\u{FEFF}" + DialectTests.rows)) == 96)
  }

  @Test func `Latin-1 is taken where UTF-8 fails`() throws {
    var bytes = Array("Date,Partner,Exports\n2020-01,C".utf8)
    bytes += [0xF4] + Array("te d'Ivoire,5\n".utf8)
    let report = try importFile(bytes, named: "t.csv")
    #expect(report.encoding == .latin1)
    #expect(report.data.places.contains { $0.code == "CIV" })
  }

  @Test func `GBK is refused with the command that converts it`() {
    // 日期,出口 in GBK.
    let head: [UInt8] = [0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xB3, 0xF6, 0xBF, 0xDA, 0x0A]
    let error = #expect(throws: Diagnostic.self) {
      try importFile(head + Array("2020-01,5\n".utf8), named: "t.csv")
    }
    #expect(error?.code == "bad-encoding")
    #expect(error?.notes.first?.contains("iconv -f GB18030") == true)
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gunzip"), ([0x50, 0x4B, 3, 4], "soffice"),
      (Array("PAR1".utf8), "duckdb"), (Array("<!DOCTYPE html>".utf8), "download"),
    ] as [([UInt8], String)]
  )
  func `what is no text is refused with the command that makes text`(
    beginning: [UInt8],
    command: String
  ) {
    let error = #expect(throws: Diagnostic.self) { try importFile(beginning, named: "t.csv") }
    #expect(error?.code == "not-a-table")
    #expect(error?.notes.first?.contains(command) == true)
  }

  @Test func `a quoted field may hold separators, quotes and line ends`() throws {
    let text = SourceFileFields.of("a,\"b,\"\"c\"\"\nd\",e\n")
    #expect(text == [["a", "b,\"c\"\nd", "e"]])
  }

  @Test func `a quote that never closes takes nothing but its line`() throws {
    #expect(SourceFileFields.of("a,\"b\nc,d\n") == [["a", "\"b"], ["c", "d"]])
  }
}

private enum SourceFileFields {
  static func of(_ text: String) -> [[String]] {
    guard let source = try? SourceText(decoding: Array(text.utf8), file: "t.csv") else { return [] }
    var scanner = RecordScanner(source, separator: Separator.comma.byte)
    var rows: [[String]] = []
    while let record = scanner.next() { rows.append(record.fields) }
    return rows
  }
}
