import Guidance
import Unpacking

/// The text of a file as UTF-8, and the encoding it was written in.
struct SourceText: Sendable {
  var bytes: [UInt8]
  var encoding: TextEncoding

  /// True where the file broke off inside of a character.
  var isCut = false

  /// The separator, where the text was made here; nil: to be found out.
  var separator: Separator?

  /// The sheets of a workbook and the one that was read; nil for other files.
  var sheets: (read: String, all: [String])?

  /// How many bytes stand for nothing in the encoding.
  var lostBytes = 0

  /// Decodes what a file holds; refuses what is no text, naming the command that makes text of it.
  init(
    decoding raw: [UInt8],
    file: String,
    as named: TextEncoding? = nil,
    sheet: String? = nil
  ) throws(Diagnostic) {
    let raw = try SourceText.unpacked(raw, file: file)
    if BinaryKind(of: raw) == .zip, let book = ZipArchive(raw).flatMap(Workbook.init) {
      self = try SourceText(book, file: file, sheet: sheet)
      return
    }
    if let kind = BinaryKind(of: raw) { throw kind.refusal(of: file) }
    let encoding = named ?? TextEncoding(of: raw)
    self.encoding = encoding
    switch encoding {
    case .utf8:
      bytes = Array(raw.dropFirst(raw.starts(with: TextEncoding.byteOrderMark) ? 3 : 0))
      isCut = bytes.dropIncompleteCharacter()
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw Diagnostic(
          "bad-encoding",
          "'\(file)' is not UTF-8 throughout",
          notes: ["`encoding latin-1` behind the file name reads it as Latin-1"]
        )
      }
    case .latin1: bytes = TextEncoding.utf8(ofLatin1: raw)
    case .utf16: bytes = TextEncoding.utf8(ofUTF16: raw)
    case .gbk, .big5, .shiftJIS, .eucKR:
      let name = encoding.tableName ?? ""
      guard let text = Conversion.utf8(of: raw, in: name) else {
        throw Diagnostic(
          "bad-encoding",
          "'\(file)' is text in \(encoding.rawValue), and this system has no table for it",
          notes: ["make it UTF-8: `iconv -f \(name) -t UTF-8 '\(file)' > '\(file).utf8.csv'`"]
        )
      }
      bytes = text.bytes
      lostBytes = text.lost
    }
    guard !bytes.looksBinary else {
      throw Diagnostic("not-a-table", "'\(file)' is not text: it holds control characters")
    }
    if bytes.contains(where: \.isControl) { bytes.removeAll(where: \.isControl) }
  }
}

extension SourceText {
  /// The text of one sheet of a workbook.
  private init(_ book: Workbook, file: String, sheet: String?) throws(Diagnostic) {
    guard let table = book.table(named: sheet) else {
      let names = book.sheetNames.map { "\"\($0)\"" }.joined(separator: ", ")
      guard let sheet else {
        throw Diagnostic(
          "not-a-table",
          "no sheet of '\(file)' is a table",
          notes: ["sheets: \(names)"]
        )
      }
      throw Diagnostic(
        "unknown-sheet",
        "'\(file)' has no sheet '\(sheet)'",
        notes: ["sheets: \(names)"]
      )
    }
    bytes = table.text
    encoding = .utf8
    separator = .tab
    sheets = (table.name, book.sheetNames)
  }

  /// Packed files may grow to this; larger ones are left to the store.
  private static let largestUnpacked = 1 << 31

  /// What a file compressed by gzip holds; any other file as it is.
  private static func unpacked(_ raw: [UInt8], file: String) throws(Diagnostic) -> [UInt8] {
    guard BinaryKind(of: raw) == .gzip else { return raw }
    do throws(Inflater.Failure) {
      return try Inflation.bytes(of: raw[...], .gzip, atMost: largestUnpacked)
    } catch {
      let text = "'\(file)' is compressed by gzip and \(error.reason)"
      if error == .tooLarge { throw Diagnostic("file-too-large", text) }
      throw Diagnostic("bad-archive", text, notes: ["get it anew; `gzip -t '\(file)'` tests it"])
    }
  }
}

extension Inflater.Failure {
  var reason: String {
    switch self {
    case .damaged: "damaged"
    case .cutOff: "breaks off: the download did not end"
    case .tooLarge: "holds more than 2 GB"
    }
  }
}

extension [UInt8] {
  /// Takes the beginning of a character away that has no end; false where nothing was taken.
  fileprivate mutating func dropIncompleteCharacter() -> Bool {
    for length in 1...3 where count >= length {
      let lead = self[count - length]
      if lead & 0xC0 == 0x80 { continue }
      let needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
      guard needed > length else { return false }
      removeLast(length)
      return true
    }
    return false
  }

  /// True where control characters that no table has are more than a stray few.
  fileprivate var looksBinary: Bool {
    let sample = prefix(1 << 16)
    let strange = sample.reduce(0) { count, byte in
      count + (byte.isControl && byte != 12 ? 1 : 0)
    }
    return strange > 2 + sample.count / 1000
  }
}

extension UInt8 {
  /// A control character that says nothing in a table, unlike a tab or the end of a line.
  fileprivate var isControl: Bool { self < 32 && self != 9 && self != 10 && self != 13 }
}
