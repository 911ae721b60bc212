import Columns
import Foundation
import Guidance
import Periods
import TestKit
import Testing

@testable import Catalogue

/// `Sessions/Importing/ruritania.xlsx` was written by openpyxl 3.1, with two sheets.
@Suite struct WorkbookTests {
  private static func bytes() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Project.root.appending(path: "Sessions/Importing/ruritania.xlsx")))
  }

  @Test func `the first sheet that is a table is read, months written as days and all`() throws {
    let report = try importFile(try WorkbookTests.bytes(), named: "ruritania.xlsx")
    #expect(report.data.periods.map(\.description) == ["2030-10", "2030-11", "2030-12"])
    #expect(report.data.places.contains { $0.code == "CIV" })
    #expect(report.data.places.contains { $0.code == "KOR" })
    #expect(report.missingCells == 6)
    #expect(report.footnoteLines == 1)
    #expect(report.codes.contains("sheet-chosen"))
    let values = report.data.facts.values
    // openpyxl and pandas 3.1.1: 3 × 1100 + 33, 3 × 900 + 33, 3 × 400.5 + 33, 3 × 300 + 33, 3 × 20.25,
    // 3 × 15.5, in millions.
    #expect(values.indices.reduce(0) { $0 + values[$1] } == 8_340_750_000)
  }

  @Test func `a sheet may be named, and one that is not there is refused with the names`() throws {
    var options = ImportOptions()
    options.sheet = "trade by PARTNER"
    _ = try importFile(try WorkbookTests.bytes(), named: "ruritania.xlsx", options)
    options.sheet = "Tab 3"
    let error = #expect(throws: Diagnostic.self) {
      try importFile(try WorkbookTests.bytes(), named: "ruritania.xlsx", options)
    }
    #expect(error?.code == "unknown-sheet")
    #expect(error?.notes == ["sheets: \"Notes\", \"Trade by partner\""])
  }

  @Test func `a workbook cut or changed anywhere ends in figures or a diagnostic`() throws {
    let bytes = try WorkbookTests.bytes()
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      _ = try? importFile(
        Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))),
        named: "t.xlsx"
      )
      var changed = bytes
      for _ in 0..<4 {
        changed[Int.random(in: changed.indices, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? importFile(changed, named: "t.xlsx")
    }
  }

  @Test(arguments: [
    ("<a x='1' y:z=\"&lt;2&#x41;\">t&amp;u</a>", "open a x=1 z=<2A|text t&u|close a"),
    ("<?xml?><!-- <b> --><b/>", "open b"), ("<a", "open a"), ("</", "close "),
    ("a&b;", "text a&b;"),
  ])
  func `markup is cut into tags and texts`(text: String, pieces: String) {
    var scanner = MarkupScanner(Array(text.utf8))
    var found: [String] = []
    while let piece = scanner.next() {
      switch piece {
      case .open(let name, let attributes, _):
        let list = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
        found.append("open \(name)\(list.joined())")
      case .close(let name): found.append("close \(name)")
      case .text(let text): found.append("text \(text)")
      }
    }
    #expect(found.joined(separator: "|") == pieces)
  }
}
