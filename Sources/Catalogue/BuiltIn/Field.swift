import BuiltInData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A stretch of the bytes of a built-in table: the whole, a line, a field or a part of one.
///
/// The tables are constants of the program, so the bytes outlive every field.
struct Field {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  init(_ table: EmbeddedTable) {
    bytes = UnsafeBufferPointer(start: table.start, count: table.count)
  }

  var isEmpty: Bool { bytes.isEmpty }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  var lines: Pieces { Pieces(of: bytes, separator: UInt8(ascii: "\n")) }

  var fields: Pieces { Pieces(of: bytes, separator: UInt8(ascii: "\t")) }

  var words: Pieces { Pieces(of: bytes, separator: UInt8(ascii: " ")) }

  /// Names that bars separate; none where the field is empty.
  var names: [String] {
    Pieces(of: bytes, separator: UInt8(ascii: "|")).map(\.text).filter { !$0.isEmpty }
  }

  /// The whole number that the bytes from `start` to `end` spell; nil where they spell none.
  func integer(from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    guard start < end, end <= bytes.count else { return nil }
    var number = 0
    for index in start..<end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// The pieces between separators, in order; a separator at the very end opens no piece.
  struct Pieces: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let separator: UInt8
    private var position = 0

    init(of bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
      self.bytes = bytes
      self.separator = separator
    }

    mutating func next() -> Field? {
      guard position < bytes.count else { return nil }
      var end = position
      while end < bytes.count, bytes[end] != separator { end += 1 }
      defer { position = end + 1 }
      return Field(UnsafeBufferPointer(rebasing: bytes[position..<end]))
    }

    /// What no call of `next` has taken yet.
    var rest: Field {
      Field(UnsafeBufferPointer(rebasing: bytes[Swift.min(position, bytes.count)...]))
    }
  }
}

extension Field: Hashable {
  static func == (left: Field, right: Field) -> Bool {
    guard left.bytes.count == right.bytes.count else { return false }
    guard let start = left.bytes.baseAddress, let other = right.bytes.baseAddress else {
      return true
    }
    return start == other || memcmp(start, other, left.bytes.count) == 0
  }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
}
