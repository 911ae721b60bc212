import Unpacking

/// The members of a zip archive, found by its directory (PKWARE's APPNOTE, without ZIP64).
struct ZipArchive {
  private let bytes: [UInt8]
  private var members: [String: Member] = [:]

  private struct Member {
    var method: Int
    var packedSize: Int
    var header: Int
  }

  /// No member may unpack to more than this.
  private static let largest = 1 << 30

  /// Nil where the bytes hold no directory of an archive.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let earliest = max(0, bytes.count - 66_000)
    let end = stride(from: bytes.count - 22, through: earliest, by: -1).first {
      ZipArchive.number(bytes, $0, 4) == 0x0605_4B50
    }
    guard let end, let count = ZipArchive.number(bytes, end + 10, 2),
      var at = ZipArchive.number(bytes, end + 16, 4)
    else { return nil }
    for _ in 0..<count {
      guard ZipArchive.number(bytes, at, 4) == 0x0201_4B50,
        let method = ZipArchive.number(bytes, at + 10, 2),
        let packedSize = ZipArchive.number(bytes, at + 20, 4),
        let nameLength = ZipArchive.number(bytes, at + 28, 2),
        let extraLength = ZipArchive.number(bytes, at + 30, 2),
        let remarkLength = ZipArchive.number(bytes, at + 32, 2),
        let header = ZipArchive.number(bytes, at + 42, 4), at + 46 + nameLength <= bytes.count
      else { return nil }
      let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      members[name] = Member(method: method, packedSize: packedSize, header: header)
      at += 46 + nameLength + extraLength + remarkLength
    }
  }

  var names: [String] { members.keys.sorted() }

  /// A member unpacked; nil where it is not there or damaged.
  subscript(name: String) -> [UInt8]? {
    guard let member = members[name], ZipArchive.number(bytes, member.header, 4) == 0x0403_4B50,
      let nameLength = ZipArchive.number(bytes, member.header + 26, 2),
      let extraLength = ZipArchive.number(bytes, member.header + 28, 2)
    else { return nil }
    let start = member.header + 30 + nameLength + extraLength
    guard start + member.packedSize <= bytes.count else { return nil }
    let packed = bytes[start..<(start + member.packedSize)]
    switch member.method {
    case 0: return Array(packed)
    case 8: return try? Inflation.bytes(of: packed, .bare, atMost: ZipArchive.largest)
    default: return nil
    }
  }

  /// A number of some bytes, the lowest first; nil behind the end.
  private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int? {
    guard at >= 0, at + width <= bytes.count else { return nil }
    return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }
}
