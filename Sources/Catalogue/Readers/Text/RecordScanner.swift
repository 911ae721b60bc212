import Guidance

/// Cuts text into records by the rules of RFC 4180, forgiving what real files get wrong.
///
/// Lines end in LF, CRLF or CR. A quote that never closes counts as a letter, and from there on
/// quotes end with their line, so that one stray quote does not swallow the file.
struct RecordScanner: Sendable {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  private var line = 1
  private var quotesSpanLines = true

  /// The line of a quote that never closes.
  private(set) var openQuote: Int?

  init(_ text: SourceText, separator: UInt8) {
    bytes = text.bytes
    self.separator = separator
  }

  /// The next record that is not blank; none more where whoever waits wants the reading to end.
  mutating func next() -> Record? {
    while position < bytes.count {
      guard line & 0xFFF != 0 || goesOn() else { return nil }
      let start = line
      let fields = record()
      let record = Record(line: start, fields: fields)
      if fields.count > 1 || !record.isBlank { return record }
    }
    return nil
  }

  private func goesOn() -> Bool {
    let watch = Watch.current
    watch.report(Advance("reading", position >> 20, of: bytes.count >> 20, "MB"))
    return !watch.isCancelled()
  }

  private mutating func record() -> [String] {
    var fields: [String] = []
    while true {
      fields.append(field())
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
      if position == bytes.count {
        fields.append("")
        return fields
      }
    }
    endLine()
    return fields
  }

  private mutating func endLine() {
    guard position < bytes.count else { return }
    let isReturn = bytes[position] == RecordScanner.carriageReturn
    position += 1
    if isReturn, position < bytes.count, bytes[position] == RecordScanner.lineFeed { position += 1 }
    line += 1
  }

  private mutating func field() -> String {
    var start = position
    while start < bytes.count, bytes[start] == RecordScanner.space, bytes[start] != separator {
      start += 1
    }
    if start < bytes.count, bytes[start] == RecordScanner.quote, let text = quoted(from: start) {
      return text
    }
    let end = end(from: position)
    defer { position = end }
    return String(decoding: bytes[position..<end], as: UTF8.self).trimmed
  }

  /// The text in quotes that begin at `start`; nil, and nothing read, where they never close.
  private mutating func quoted(from start: Int) -> String? {
    var text: [UInt8] = []
    var at = start + 1
    var lines = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == RecordScanner.quote {
        guard at + 1 < bytes.count, bytes[at + 1] == RecordScanner.quote else {
          // What stands between the closing quote and the separator belongs to the field.
          let end = end(from: at + 1)
          text += bytes[(at + 1)..<end]
          position = end
          line += lines
          return String(decoding: text, as: UTF8.self).trimmed
        }
        at += 1
      } else if isLineEnd(at) {
        if !quotesSpanLines { return nil }
        lines += 1
      }
      text.append(byte)
      at += 1
    }
    if openQuote == nil { openQuote = line }
    quotesSpanLines = false
    return nil
  }

  private func end(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != separator, bytes[end] != RecordScanner.lineFeed,
      bytes[end] != RecordScanner.carriageReturn
    { end += 1 }
    return end
  }

  /// True at the last byte of a line end, so that CRLF counts once.
  private func isLineEnd(_ at: Int) -> Bool {
    if bytes[at] == RecordScanner.lineFeed { return true }
    guard bytes[at] == RecordScanner.carriageReturn else { return false }
    return at + 1 == bytes.count || bytes[at + 1] != RecordScanner.lineFeed
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return String(self) }
    let head = drop(while: \.isWhitespace)
    return String(String(head.reversed().drop(while: \.isWhitespace).reversed()))
  }
}
