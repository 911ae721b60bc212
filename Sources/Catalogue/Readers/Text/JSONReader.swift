import Guidance

/// Reads JSON by RFC 8259; says in which line it stops being JSON.
struct JSONReader {
  private let bytes: [UInt8]
  private let file: String
  private var at = 0
  private var depth = 0

  static func value(of text: SourceText, file: String) throws(Diagnostic) -> JSON {
    var reader = JSONReader(bytes: text.bytes, file: file)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.at == reader.bytes.count else { throw reader.failure("something follows its end") }
    return value
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  // value ::= object | list | string | number | 'true' | 'false' | 'null'
  private mutating func value() throws(Diagnostic) -> JSON {
    skipSpace()
    guard depth < 64 else { throw failure("it is nested too deeply") }
    switch current {
    case "{": return try object()
    case "[": return try list()
    case "\"": return .text(try string())
    case "t": return try word("true", .truth(true))
    case "f": return try word("false", .truth(false))
    case "n": return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object() throws(Diagnostic) -> JSON {
    depth += 1
    at += 1
    var members: [(key: String, value: JSON)] = []
    skipSpace()
    while current != "}" {
      if !members.isEmpty { try take(",") }
      skipSpace()
      let key = try string()
      skipSpace()
      try take(":")
      members.append((key, try value()))
      skipSpace()
    }
    at += 1
    depth -= 1
    return .object(members)
  }

  private mutating func list() throws(Diagnostic) -> JSON {
    depth += 1
    at += 1
    var values: [JSON] = []
    skipSpace()
    while current != "]" {
      if !values.isEmpty { try take(",") }
      values.append(try value())
      skipSpace()
    }
    at += 1
    depth -= 1
    return .list(values)
  }

  private mutating func string() throws(Diagnostic) -> String {
    guard current == "\"" else { throw failure("a text in quotes belongs here") }
    at += 1
    var text: [UInt8] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] == UInt8(ascii: "\\") else {
        text.append(bytes[at])
        at += 1
        continue
      }
      at += 1
      text += try escape()
    }
    guard at < bytes.count else { throw failure("a text has no closing quote") }
    at += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws(Diagnostic) -> [UInt8] {
    let plain: [Unicode.Scalar: UInt8] = [
      "\"": 34, "\\": 92, "/": 47, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
    ]
    guard let mark = current else { throw failure("it breaks off") }
    at += 1
    if let byte = plain[mark] { return [byte] }
    guard mark == "u", var code = unit() else { throw failure("'\\\(mark)' stands for nothing") }
    if (0xD800..<0xDC00).contains(code), current == "\\", at + 1 < bytes.count {
      at += 2
      let low = unit() ?? 0
      code = (0xDC00..<0xE000).contains(low) ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : 0
    }
    let scalar = code < 32 ? " " : Unicode.Scalar(code) ?? "\u{FFFD}"
    return Array(String(scalar).utf8)
  }

  private mutating func unit() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    defer { at += 4 }
    return UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
  }

  private mutating func number() throws(Diagnostic) -> JSON {
    let start = at
    while let mark = current, "+-.eE0123456789".unicodeScalars.contains(mark) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard Double(text) != nil else {
      throw failure(at == bytes.count ? "it breaks off" : "a value belongs here")
    }
    return .number(text)
  }

  private mutating func word(_ word: String, _ value: JSON) throws(Diagnostic) -> JSON {
    guard bytes[at...].starts(with: word.utf8) else { throw failure("a value belongs here") }
    at += word.utf8.count
    return value
  }

  // MARK: Steps

  private var current: Unicode.Scalar? { at < bytes.count ? Unicode.Scalar(bytes[at]) : nil }

  private mutating func take(_ mark: Unicode.Scalar) throws(Diagnostic) {
    guard current == mark else {
      throw failure(current == nil ? "it breaks off" : "'\(mark)' belongs here")
    }
    at += 1
  }

  private mutating func skipSpace() {
    while at < bytes.count, [32, 9, 10, 13].contains(bytes[at]) { at += 1 }
  }

  private func failure(_ reason: String) -> Diagnostic {
    let line = 1 + bytes[..<min(at, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    return Diagnostic("bad-json", "'\(file)' is no JSON: in line \(line) \(reason)")
  }
}
