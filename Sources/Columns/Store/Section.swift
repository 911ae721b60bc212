/// Where the bytes of one column of a part lie in a store, and the checksums of its pages.
struct Section {
  /// A multiple of ``alignment``.
  var offset: Int
  /// Bytes of the column; zeros follow up to the next multiple of ``alignment``.
  var byteCount: Int
  var checksums: [UInt64]

  static let alignment = 4096

  var paddedByteCount: Int { Section.padded(byteCount) }

  static func padded(_ byteCount: Int) -> Int {
    (byteCount + alignment - 1) / alignment * alignment
  }

  func write(to writer: inout ByteWriter) {
    writer.put(offset)
    writer.put(byteCount)
    writer.put(checksums.count)
    for checksum in checksums { writer.put(checksum) }
  }

  init(offset: Int, byteCount: Int, checksums: [UInt64]) {
    self.offset = offset
    self.byteCount = byteCount
    self.checksums = checksums
  }

  /// A section that lies behind the headers and before some byte of the file.
  init(from reader: inout ByteReader, columnsEnd: Int) throws(ByteReader.Malformed) {
    offset = try reader.count(upTo: columnsEnd)
    byteCount = try reader.count(upTo: columnsEnd - offset)
    let pages = (Section.padded(byteCount) + Seal.pageSize - 1) / Seal.pageSize
    guard offset % Section.alignment == 0, offset >= StoreHeader.bothSize,
      Section.padded(byteCount) <= columnsEnd - offset,
      try reader.count(upTo: pages) == pages
    else { throw ByteReader.Malformed() }
    checksums = []
    checksums.reserveCapacity(pages)
    for _ in 0..<pages { checksums.append(try reader.unsigned()) }
  }
}
