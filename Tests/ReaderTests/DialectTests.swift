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

  @Test func `GBK is recognised and read, names of countries and all`() throws {
    // 日期,国别,出口 and 2020-01,日本,5 in GBK, by Python's codec.
    let head: [UInt8] = [
      0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xB9, 0xFA, 0xB1, 0xF0, 0x2C, 0xB3, 0xF6, 0xBF, 0xDA, 0x0A,
    ]
    let row: [UInt8] = Array("2020-01,".utf8) + [0xC8, 0xD5, 0xB1, 0xBE] + Array(",5\n".utf8)
    let report = try importFile(head + row, named: "t.csv")
    #expect(report.encoding == .gbk)
    #expect(report.data.places.contains { $0.code == "JPN" })
    #expect(report.columns.map(\.name) == ["日期", "国别", "出口"])
  }

  @Test(
    arguments: [
      ("shift-jis", [0x93, 0xFA, 0x96, 0x7B]), ("euc-kr", [0xEC, 0xED, 0xDC, 0xE2]),
      ("big5", [0xA4, 0xE9, 0xA5, 0xBB]),
    ] as [(String, [UInt8])]
  )
  func `other encodings of East Asia are read where they are named`(
    name: String,
    japan: [UInt8]
  ) throws {
    var options = ImportOptions()
    options.encoding = TextEncoding(named: name)
    let bytes = Array("Date,Partner,Exports\n2020-01,".utf8) + japan + Array(",5\n".utf8)
    let report = try importFile(bytes, named: "t.csv", options)
    #expect(report.data.places.contains { $0.code == "JPN" })
  }

  @Test func `bytes that stand for nothing are counted`() throws {
    let head: [UInt8] = Array("Date,Partner,Exports\n2020-01,".utf8) + [0xC8, 0xD5, 0xB1, 0xBE]
    let tail = Array(",5\n2020-01,".utf8) + [0xB7, 0xA8, 0xB9, 0xFA, 0xFF] + Array(",6\n".utf8)
    var options = ImportOptions()
    options.encoding = .gbk
    let report = try importFile(head + tail, named: "t.csv", options)
    #expect(report.findings.first { $0.code == "characters-lost" }?.text.hasPrefix("1 ") == true)
    #expect(report.data.facts.rowCount == 2)
  }

  /// `DialectTests.rows` by Python's `gzip.compress(…, mtime=0)`.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x73, 0x49, 0x2C, 0x49,
    0xD5, 0x71, 0xAD, 0x28, 0xC8, 0x2F, 0x2A, 0x29, 0xD6, 0xF1, 0xCC, 0x05, 0xD3, 0x5C,
    0x46, 0x06, 0x46, 0x06, 0xBA, 0x06, 0x86, 0x3A, 0x86, 0x06, 0x3A, 0x46, 0x06, 0x50,
    0x9E, 0x91, 0x8E, 0xA1, 0xA1, 0x8E, 0x91, 0x21, 0x94, 0x67, 0xAC, 0x63, 0x68, 0xA4,
    0x63, 0x64, 0xC4, 0x05, 0x00, 0x44, 0xE7, 0x5C, 0x0A, 0x3F, 0x00, 0x00, 0x00,
  ]

  @Test func `a file compressed by gzip reads as it was, and two of them as one`() throws {
    #expect(try total(DialectTests.packed) == 96)
    let double = try importFile(DialectTests.packed + DialectTests.packed, named: "t.csv.gz")
    // The header of the second file is one more row, and none that can be read.
    #expect(double.rowsRead == 7)
    #expect(double.refused.first.map(\.line) == [5])
  }

  @Test func `a compressed file that breaks off or is damaged is refused with the reason`() {
    let cut = #expect(throws: Diagnostic.self) {
      try importFile(Array(DialectTests.packed.dropLast(12)), named: "t.csv.gz")
    }
    #expect(cut?.code == "bad-archive")
    #expect(cut?.message.contains("breaks off") == true)
    var bytes = DialectTests.packed
    bytes[14] ^= 0xFF
    #expect(throws: Diagnostic.self) { try importFile(bytes, named: "t.csv.gz") }
  }

  @Test(
    arguments: [
      ([0x28, 0xB5, 0x2F, 0xFD], "unzstd"), ([0x50, 0x4B, 3, 4], "unzip"),
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
