/// Walks through the tags and texts of XML, as far as workbooks need it: no document types, no
/// name spaces.
struct MarkupScanner {
  enum Piece: Equatable {
    case open(name: String, attributes: [String: String], isEmpty: Bool)
    case close(name: String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or text; nil at the end.
  mutating func next() -> Piece? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return .text(text()) }
      at += 1
      switch byte {
      case UInt8(ascii: "?"): skip(past: "?>")
      case UInt8(ascii: "!"): skip(past: starts(with: "!--") ? "-->" : ">")
      case UInt8(ascii: "/"):
        at += 1
        let name = name()
        skip(past: ">")
        return .close(name: name)
      default: return open()
      }
    }
    return nil
  }

  private mutating func open() -> Piece {
    let name = name()
    var attributes: [String: String] = [:]
    while let byte, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      if byte <= 32 || byte == UInt8(ascii: "=") {
        at += 1
        continue
      }
      let key = self.name()
      guard !key.isEmpty else {
        at += 1
        continue
      }
      while let next = self.byte, next <= 32 || next == UInt8(ascii: "=") { at += 1 }
      guard let quote = self.byte, quote == 34 || quote == 39 else { continue }
      at += 1
      let start = at
      while let next = self.byte, next != quote { at += 1 }
      attributes[key] = MarkupScanner.plain(bytes[start..<at])
      at += 1
    }
    let isEmpty = byte == UInt8(ascii: "/")
    skip(past: ">")
    return .open(name: name, attributes: attributes, isEmpty: isEmpty)
  }

  /// A name without its prefix: `id` of `r:id`.
  private mutating func name() -> String {
    let start = at
    while let byte, byte > 32, !"=/>\"'".utf8.contains(byte) { at += 1 }
    let name = String(decoding: bytes[start..<min(at, bytes.count)], as: UTF8.self)
    return name.split(separator: ":").last.map(String.init) ?? name
  }

  private mutating func text() -> String {
    let start = at
    while let byte, byte != UInt8(ascii: "<") { at += 1 }
    return MarkupScanner.plain(bytes[start..<at])
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func starts(with text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private mutating func skip(past mark: String) {
    while at < bytes.count, !starts(with: mark) { at += 1 }
    at = min(bytes.count, at + mark.utf8.count)
  }

  /// The text with its entities resolved.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let character = entity(rest[rest.index(after: mark)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    case _ where name.hasPrefix("#x"):
      UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }
}
