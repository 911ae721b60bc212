import Columns

/// Where the checksums of a store stand, found without knowing its format: a page of the columns
/// is whatever run of blocks has its checksum in the contents list.
package struct StoreSeals: Sendable {
  /// Bytes that a checksum covers, and where it stands in the file.
  private var pages: [(bytes: Range<Int>, seal: Int)] = []
  /// Where the contents list lies.
  package private(set) var list: Range<Int>

  package var pageCount: Int { pages.count }

  package static let blockSize = 4096
  private static let mostBlocks = 16
  /// A header: the magic number, then version, generation, place and bytes of the list, its
  /// checksum, and that of the header.
  private static let (generation, place, length, listSeal, seal) = (16, 24, 32, 40, 48)

  init(of bytes: [UInt8]) {
    let newest = [0, Self.blockSize].max {
      number(bytes, $0 + Self.generation) < number(bytes, $1 + Self.generation)
    }
    list = Self.list(bytes, newest ?? 0) ?? 0..<0
    var places: [UInt64: Int] = [:]
    for place in list.dropLast(7) { places[number(bytes, place)] = place }
    for first in stride(from: 2 * Self.blockSize, to: list.lowerBound, by: Self.blockSize) {
      for count in 1...Self.mostBlocks {
        let page = first..<first + count * Self.blockSize
        guard page.upperBound <= list.lowerBound else { break }
        guard let place = places[checksum(of: Array(bytes[page]))] else { continue }
        pages.append((page, place))
      }
    }
  }

  private static func list(_ bytes: [UInt8], _ header: Int) -> Range<Int>? {
    let place = Int(truncatingIfNeeded: number(bytes, header + Self.place))
    let length = Int(truncatingIfNeeded: number(bytes, header + Self.length))
    guard place >= 0, length >= 0, place <= bytes.count, length <= bytes.count - place else {
      return nil
    }
    return place..<place + length
  }

  /// Makes every checksum that of the bytes it stands for, as far as they are still there.
  package func renew(in bytes: inout [UInt8]) {
    for (page, seal) in pages where page.upperBound <= bytes.count && seal + 8 <= bytes.count {
      put(checksum(of: Array(bytes[page])), at: seal, in: &bytes)
    }
    for header in [0, Self.blockSize] where header + Self.blockSize <= bytes.count {
      if let list = Self.list(bytes, header) {
        put(checksum(of: Array(bytes[list])), at: header + Self.listSeal, in: &bytes)
      }
      let sum = checksum(of: Array(bytes[header..<header + Self.seal]))
      put(sum, at: header + Self.seal, in: &bytes)
    }
  }
}

/// The eight bytes at some place as a number, lowest first; zero where there are none.
func number(_ bytes: [UInt8], _ place: Int) -> UInt64 {
  guard place >= 0, place + 8 <= bytes.count else { return 0 }
  return (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[place + $1]) }
}

func put(_ number: UInt64, at place: Int, in bytes: inout [UInt8]) {
  guard place >= 0, place + 8 <= bytes.count else { return }
  for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
}
