#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Converts text between encodings by the C library's tables.
enum Conversion {
  /// The text as UTF-8, and how many bytes stand for nothing in the encoding.
  ///
  /// Each of those becomes U+FFFD. Nil where the system has no table for the encoding.
  static func utf8(of bytes: [UInt8], in encoding: String) -> (bytes: [UInt8], lost: Int)? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    var position = 0
    var lost = 0
    while position < input.count {
      let (taken, made, reason) = input.withUnsafeMutableBufferPointer { input in
        buffer.withUnsafeMutableBufferPointer { output in
          var from = input.baseAddress.map { $0 + position }
          var left = input.count - position
          var to = output.baseAddress
          var room = output.count
          let count = iconv(converter, &from, &left, &to, &room)
          let reason = count == -1 ? errno : 0
          return (input.count - position - left, output.count - room, reason)
        }
      }
      result += buffer[..<made].map { UInt8(bitPattern: $0) }
      position += taken
      guard reason == EILSEQ || reason == EINVAL else { continue }
      // A character that breaks off at the end, or bytes that are none.
      lost += 1
      result += Array("\u{FFFD}".utf8)
      position += 1
    }
    return (result, lost)
  }
}
