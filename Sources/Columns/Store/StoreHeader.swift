/// One of the two pages at the beginning of a store: where its contents list lies.
///
/// Appending writes new sections and a new list behind the old ones and then one of the two pages,
/// in turns. What has to change at once lies in one sector of the disk. The page with the higher
/// generation counts; both must be sound.
struct StoreHeader: Equatable {
  /// What a program must know to read the store: the second version has quantities.
  var version: Int
  var generation: UInt64
  var listOffset: Int
  var listBytes: Int
  var listChecksum: UInt64

  static let currentVersion = 2
  static let versionWithoutQuantities = 1
  static let pageSize = 4096
  /// Both pages.
  static let bothSize = 2 * pageSize

  /// Told apart from text, and damaged by whoever changes line ends: as in PNG.
  static let magic: [UInt8] = [0x89, 0x54, 0x57, 0x53, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Bytes that the store takes.
  var end: Int {
    let (end, overflow) = listOffset.addingReportingOverflow(listBytes)
    return overflow ? .max : end
  }

  /// The page that this generation writes.
  var pageOffset: Int { Int(generation % 2) * StoreHeader.pageSize }

  var page: [UInt8] {
    var writer = ByteWriter()
    writer.put(version)
    writer.put(generation)
    writer.put(listOffset)
    writer.put(listBytes)
    writer.put(listChecksum)
    let content = StoreHeader.magic + writer.bytes
    var sum = ByteWriter()
    sum.put(checksum(of: content))
    let page = content + sum.bytes
    return page + [UInt8](repeating: 0, count: StoreHeader.pageSize - page.count)
  }

  init(generation: UInt64, listOffset: Int, list: [UInt8], hasQuantities: Bool) {
    version = hasQuantities ? Self.currentVersion : Self.versionWithoutQuantities
    self.generation = generation
    self.listOffset = listOffset
    listBytes = list.count
    listChecksum = checksum(of: list)
  }

  /// Reads a page; nil where it is not sound.
  init?(page: UnsafeRawBufferPointer) {
    let contentSize = StoreHeader.magic.count + 5 * 8
    guard page.count == StoreHeader.pageSize, page.starts(with: StoreHeader.magic) else {
      return nil
    }
    let content = UnsafeRawBufferPointer(rebasing: page[..<contentSize])
    var numbers = ByteReader(UnsafeRawBufferPointer(rebasing: page[StoreHeader.magic.count...]))
    guard
      let version = try? numbers.count(), let generation = try? numbers.unsigned(),
      let listOffset = try? numbers.count(), let listBytes = try? numbers.count(),
      let listChecksum = try? numbers.unsigned(), let sum = try? numbers.unsigned(),
      sum == checksum(of: content), page[(contentSize + 8)...].allSatisfy({ $0 == 0 })
    else { return nil }
    self.version = version
    self.generation = generation
    self.listOffset = listOffset
    self.listBytes = listBytes
    self.listChecksum = listChecksum
  }
}
