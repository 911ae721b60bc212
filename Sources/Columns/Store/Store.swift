/// A file of facts in columns, `.tws`: a clustered table, the texts behind its codes, and whatever
/// else its owner has to know.
///
/// The file is mapped, not read: opening looks at the contents list, the slices and the exceptions
/// and takes no longer for a hundred million rows than for a thousand. Every byte has a checksum.
/// Those of the columns are compared page by page (64 KiB) when a scan first touches them, so a
/// damaged file is an error and never a wrong number. Files that others change while they are
/// open are outside that promise; this program only ever replaces and appends.
package struct Store: Sendable {
  package let path: String
  package let table: FactTable
  /// For each key column its texts, by code.
  package let dictionaries: [[String]]
  /// What the owner of the store keeps beside the facts, by name.
  package let metadata: [String: [UInt8]]
  /// Bytes of the file.
  package let byteCount: Int

  /// Labels and rows of the parts, in the order of the table's rows.
  package var parts: [(label: String, rowCount: Int)] {
    (table.clusters?.parts ?? []).map { ($0.label, $0.rowCount) }
  }

  /// Opens a store.
  package init(_ path: String) throws(StoreError) {
    let opened = try OpenedStore(File(path, .read))
    var parts: [Part] = []
    for stored in opened.list.parts {
      guard let part = try? stored.part(in: opened.memory, order: opened.list.order) else {
        throw .damaged(path: path, section: stored.label)
      }
      parts.append(part)
    }
    let clusters = try Clusters(
      order: opened.list.order,
      cardinalities: opened.list.dictionaries.map(\.count),
      decimals: opened.list.decimals,
      quantityUnit: opened.list.quantityUnit,
      parts: parts,
      path: path
    )
    if let unit = opened.list.quantityUnit {
      _ = try clusters.ofQuantities(decimals: unit.decimals)
    }
    self.path = path
    table = FactTable(clusters)
    dictionaries = opened.list.dictionaries
    metadata = opened.list.metadata
    byteCount = opened.header.end
  }

  /// Compares every byte of the columns with its checksum.
  package func verify() throws(StoreError) {
    for part in table.clusters?.parts ?? [] {
      let rollupsAreSound = part.rollups.allSatisfy { $0.cells.isSound(0..<$0.cells.count) }
      guard part.isSound, rollupsAreSound else {
        throw .damaged(path: path, section: part.label)
      }
    }
  }
}

/// A store whose header and contents list have been read and found sound.
struct OpenedStore {
  let header: StoreHeader
  let list: ContentsList
  let memory: Memory

  init(_ file: File) throws(StoreError) {
    let path = file.path
    let size = try file.size
    guard let memory = Memory(mapping: file.descriptor, byteCount: size) else {
      throw .foreign(path: path)
    }
    let bytes = UnsafeRawBufferPointer(start: memory.start, count: size)
    header = try OpenedStore.header(bytes, path)
    guard header.version > 0 else { throw .damaged(path: path, section: "header") }
    guard header.version <= StoreHeader.currentVersion else {
      throw .newer(
        path: path,
        version: header.version,
        supported: StoreHeader.currentVersion
      )
    }
    guard header.listBytes <= size, header.listOffset <= size - header.listBytes else {
      throw .truncated(path: path, expectedBytes: header.end, actualBytes: size)
    }
    let listBytes = UnsafeRawBufferPointer(rebasing: bytes[header.listOffset..<header.end])
    guard checksum(of: listBytes) == header.listChecksum,
      let list = try? ContentsList(
        listBytes,
        columnsEnd: header.listOffset,
        hasQuantities: header.version > StoreHeader.versionWithoutQuantities
      )
    else { throw .damaged(path: path, section: "contents") }
    self.list = list
    self.memory = memory
  }

  private static func header(
    _ bytes: UnsafeRawBufferPointer,
    _ path: String
  ) throws(StoreError) -> StoreHeader {
    let size = StoreHeader.pageSize
    let known = min(bytes.count, StoreHeader.magic.count)
    guard bytes.count >= StoreHeader.bothSize else {
      guard known > 0, bytes.starts(with: StoreHeader.magic[..<known]) else {
        throw .foreign(path: path)
      }
      throw .truncated(
        path: path,
        expectedBytes: StoreHeader.bothSize,
        actualBytes: bytes.count
      )
    }
    let pages = [0, size].map { UnsafeRawBufferPointer(rebasing: bytes[$0..<$0 + size]) }
    let headers = pages.compactMap { StoreHeader(page: $0) }
    guard pages.contains(where: { $0.starts(with: StoreHeader.magic) }) else {
      throw .foreign(path: path)
    }
    guard headers.count == 2, let newest = headers.max(by: { $0.generation < $1.generation })
    else { throw .damaged(path: path, section: "header") }
    return newest
  }
}
