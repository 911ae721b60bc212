/// The encodings of text that files come in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case latin1 = "latin-1"
  case gbk
  case big5
  case shiftJIS = "shift-jis"
  case eucKR = "euc-kr"

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads the name of an encoding: `UTF-8`, `latin1`, `windows-1252`.
  package init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8": self = .utf8
    case "utf16", "utf16le", "utf16be": self = .utf16
    case "latin1", "iso88591", "windows1252", "cp1252": self = .latin1
    case "gbk", "gb2312", "gb18030", "cp936": self = .gbk
    case "big5", "cp950": self = .big5
    case "shiftjis", "sjis", "cp932", "windows31j": self = .shiftJIS
    case "euckr", "cp949", "uhc": self = .eucKR
    default: return nil
    }
  }

  /// The encoding that bytes are most likely in.
  init(of bytes: [UInt8]) {
    if bytes.starts(with: TextEncoding.byteOrderMark) {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if TextEncoding.hasEveryOtherZero(bytes) {
      self = .utf16
    } else if TextEncoding.isUTF8(bytes) {
      self = .utf8
    } else {
      self = TextEncoding.isChinese(bytes) ? .gbk : .latin1
    }
  }

  /// UTF-8 throughout, but for a character that the end of the file cuts off.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    if String(validating: bytes, as: UTF8.self) != nil { return true }
    return (1...3).contains { cut in
      bytes.count > cut && bytes[bytes.count - cut] >= 0xC0
        && String(validating: bytes.dropLast(cut), as: UTF8.self) != nil
    }
  }

  private static func hasEveryOtherZero(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(2000)
    guard sample.count >= 4 else { return false }
    let zeros = [0, 1].map { parity in
      stride(from: parity, to: sample.count, by: 2).filter { sample[$0] == 0 }.count
    }
    let half = sample.count / 2
    return zeros.contains { $0 * 10 > half * 7 } && zeros.contains { $0 * 10 < half }
  }

  /// Pairs of bytes that GBK has characters for; Japanese and Korean text must be named.
  private static func isChinese(_ bytes: [UInt8]) -> Bool {
    guard isInPairs(bytes) else { return false }
    let sample = Array(bytes.prefix(1 << 16))
    guard let text = Conversion.utf8(of: sample, in: "GB18030") else { return true }
    // The sample may end inside of a character, and a file may hold a few broken ones.
    return text.lost * 100 <= sample.count
  }

  /// Bytes above ASCII come in pairs in GBK, and mostly alone in Western European text.
  private static func isInPairs(_ bytes: [UInt8]) -> Bool {
    var paired = 0
    var alone = 0
    var run = 0
    for byte in bytes.prefix(1 << 20) + [0] {
      if byte >= 0x80 {
        run += 1
        continue
      }
      if run == 1 { alone += 1 } else if run % 2 == 0 { paired += run / 2 }
      run = 0
    }
    return paired > alone
  }

  // MARK: Decoding

  /// What the C library calls an encoding that it converts; nil for those that are read here.
  var tableName: String? {
    switch self {
    case .utf8, .utf16, .latin1: nil
    case .gbk: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .shiftJIS: "CP932"
    case .eucKR: "CP949"
    }
  }

  /// Windows-1252 where it differs from Latin-1: quotes, dashes, the euro.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func utf8(ofLatin1 bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      guard byte >= 0x80 else {
        result.append(byte)
        continue
      }
      let value = byte < 0xA0 ? windows[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { result += Array(String(scalar).utf8) }
    }
    return result
  }

  static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8] {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let isBig = isMarked ? bytes[0] == 0xFE : bytes.first == 0
    let units = stride(from: isMarked ? 2 : 0, to: bytes.count - 1, by: 2).map { position in
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
