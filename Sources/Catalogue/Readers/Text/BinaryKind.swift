import Guidance

/// Files that are no text, known by their first bytes.
enum BinaryKind: CaseIterable {
  case gzip, zip, oldExcel, parquet, zstandard, bzip, xz, pdf, sqlite, webPage

  init?(of bytes: [UInt8]) {
    let found = BinaryKind.allCases.first { kind in
      kind.beginnings.contains { bytes.starts(with: $0) }
    }
    guard let found else { return nil }
    self = found
  }

  private var beginnings: [[UInt8]] {
    switch self {
    case .gzip: [[0x1F, 0x8B]]
    case .zip: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    case .oldExcel: [[0xD0, 0xCF, 0x11, 0xE0]]
    case .parquet: [Array("PAR1".utf8)]
    case .zstandard: [[0x28, 0xB5, 0x2F, 0xFD]]
    case .bzip: [Array("BZh".utf8)]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A]]
    case .pdf: [Array("%PDF".utf8)]
    case .sqlite: [Array("SQLite format 3".utf8)]
    case .webPage: ["<!DOCTYPE", "<!doctype", "<html", "<HTML"].map { Array($0.utf8) }
    }
  }

  func refusal(of file: String) -> Diagnostic {
    let (what, command) = self.advice(file)
    return Diagnostic("not-a-table", "'\(file)' is \(what)", notes: [command])
  }

  private func advice(_ file: String) -> (what: String, command: String) {
    let quoted = "'\(file)'"
    switch self {
    case .gzip: return ("compressed by gzip", "unpack it: `gunzip -k \(quoted)`")
    case .zip where file.lowercased().hasSuffix(".ods") || file.lowercased().hasSuffix(".xlsb"):
      return ("a workbook", "make it CSV: `soffice --headless --convert-to csv \(quoted)`")
    case .zip: return ("a zip archive", "unpack it: `unzip \(quoted)`")
    case .oldExcel:
      return (
        "an old Excel workbook", "make it CSV: `soffice --headless --convert-to csv \(quoted)`"
      )
    case .parquet:
      return (
        "a Parquet file",
        "make it CSV: `duckdb -c \"COPY (FROM \(quoted)) TO 'table.csv'\"`"
      )
    case .zstandard: return ("compressed by zstd", "unpack it: `unzstd \(quoted)`")
    case .bzip: return ("compressed by bzip2", "unpack it: `bunzip2 -k \(quoted)`")
    case .xz: return ("compressed by xz", "unpack it: `unxz -k \(quoted)`")
    case .pdf: return ("a PDF", "ask the publisher for a table; `pdftotext -layout` may help")
    case .sqlite:
      return ("an SQLite database", "write a table: `sqlite3 -csv -header \(quoted) 'SELECT …'`")
    case .webPage:
      return (
        "a web page, not a table", "the download may have given an error page: look at it once"
      )
    }
  }
}
