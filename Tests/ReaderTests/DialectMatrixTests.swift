import Columns
import Testing

@testable import Catalogue

/// One small table in every combination of separator, line end, quotes, decimal sign and encoding.
@Suite struct DialectMatrixTests {
  struct Dialect: CustomTestStringConvertible, Sendable {
    var separator: String
    var lineEnd: String
    var isQuoted: Bool
    var hasDecimalComma: Bool
    var hasPreamble: Bool

    var testDescription: String {
      let end = lineEnd.unicodeScalars.map { $0 == "\r" ? "CR" : "LF" }.joined()
      let quotes = isQuoted ? " quoted" : ""
      let comma = hasDecimalComma ? " decimal comma" : ""
      let preamble = hasPreamble ? " preamble" : ""
      return "'\(separator)' \(end)\(quotes)\(comma)\(preamble)"
    }

    /// Amounts with separators of thousands, a power, a minus, and three signs for none.
    var text: String {
      let rows = [
        ["Date", "Partner", "Exports USD", "Imports USD"],
        ["2020-01", "Côte d'Ivoire", "1,187.5", "-"], ["2020-02", "Japan", "1.2E+3", ".."],
        ["2020-03", "Japan", "-5.25", "n.a."], ["2020-04", "Japan", "", "*"],
        ["2020-05", "Japan", "inf", "12.75"],
      ]
      let lines = rows.enumerated().map { number, row in
        row.enumerated().map { column, field in
          var field = field
          if number > 0, column > 1, hasDecimalComma {
            field = String(field.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
            if field == ",," { field = ".." }
            if field == "n,a," { field = "n.a." }
          }
          let mustQuote = isQuoted || field.contains(separator)
          return mustQuote ? "\"\(field)\"" : field
        }.joined(separator: separator)
      }
      let preamble = hasPreamble ? ["A title", "as of today", ""] : []
      let footnote = hasPreamble ? ["Source: invented"] : []
      return (preamble + lines + footnote).joined(separator: lineEnd) + lineEnd
    }
  }

  private static let dialects: [Dialect] = [",", ";", "\t", "|"].flatMap { separator in
    ["\n", "\r\n", "\r"].flatMap { lineEnd in
      [true, false].flatMap { isQuoted in
        [true, false].flatMap { hasDecimalComma in
          [true, false].map { hasPreamble in
            Dialect(
              separator: separator,
              lineEnd: lineEnd,
              isQuoted: isQuoted,
              hasDecimalComma: hasDecimalComma,
              hasPreamble: hasPreamble
            )
          }
        }
      }
    }
  }

  @Test(arguments: dialects)
  func `the table reads the same in every dialect and encoding`(dialect: Dialect) throws {
    let text = dialect.text
    let encodings: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      text.unicodeScalars.map { UInt8($0.value) },
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ]
    for bytes in encodings {
      let report = try importFile(bytes, named: "t.csv")
      let values = report.data.facts.values
      #expect(values.indices.reduce(0) { $0 + values[$1] } == 1187.5 + 1200 - 5.25 + 12.75)
      #expect(report.data.facts.rowCount == 4)
      #expect(report.missingCells == 5)
      #expect(report.infiniteCells == 1)
      #expect(report.refused.count == 0)
      #expect(report.preambleLines == (dialect.hasPreamble ? 2 : 0))
      #expect(report.footnoteLines == (dialect.hasPreamble ? 1 : 0))
      #expect(report.data.places.contains { $0.code == "CIV" })
    }
  }
}
