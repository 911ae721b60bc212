/// The rows of a reply in the format TabSeparated.
struct Rows: Sendable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The fields of all rows, without their escapes.
  var fields: [[String]] {
    var rows: [[String]] = []
    each { fields in rows.append(fields.map { Rows.text($0) }) }
    return rows
  }

  /// Calls the body with the raw fields of each row.
  func each(_ body: ([UnsafeRawBufferPointer]) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var fields: [UnsafeRawBufferPointer] = []
      var start = 0
      for position in bytes.indices {
        let byte = bytes[position]
        guard byte == 9 || byte == 10 else { continue }
        fields.append(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
        start = position + 1
        if byte == 10 {
          body(fields)
          fields.removeAll(keepingCapacity: true)
        }
      }
      // What has no end is no row; whoever counts columns notices.
      if start < bytes.count || !fields.isEmpty {
        body([UnsafeRawBufferPointer(rebasing: bytes[start...])])
      }
    }
  }

  /// The text of a field.
  static func text(_ field: UnsafeRawBufferPointer) -> String {
    guard field.contains(UInt8(ascii: "\\")) else { return String(decoding: field, as: UTF8.self) }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in field {
      guard isEscaped else {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else { plain.append(byte) }
        continue
      }
      isEscaped = false
      switch byte {
      case UInt8(ascii: "t"): plain.append(9)
      case UInt8(ascii: "n"): plain.append(10)
      case UInt8(ascii: "r"): plain.append(13)
      case UInt8(ascii: "0"): plain.append(0)
      case UInt8(ascii: "b"): plain.append(8)
      case UInt8(ascii: "f"): plain.append(12)
      case UInt8(ascii: "N"): break
      default: plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
