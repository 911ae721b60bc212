extension Store {
  /// Writes a clustered table as a store.
  ///
  /// The file appears whole under its name or not at all: it is written beside it, saved, and
  /// renamed.
  package static func write(
    _ table: FactTable,
    dictionaries: [[String]],
    metadata: [String: [UInt8]] = [:],
    to path: String
  ) throws(StoreError) {
    guard let clusters = table.clusters else {
      preconditionFailure("only clustered tables are written")
    }
    precondition(
      clusters.cardinalities == dictionaries.map(\.count),
      "every code has a text"
    )
    var draft = try StoreDraft(path)
    for part in clusters.parts { try draft.write(part) }
    try draft.finish(
      ContentsList(
        order: clusters.order,
        decimals: clusters.decimals,
        quantityUnit: clusters.quantityUnit,
        dictionaries: dictionaries,
        metadata: metadata,
        parts: draft.parts
      )
    )
  }
}

/// A store being written beside the place where it will lie; unless finished it leaves nothing.
struct StoreDraft: ~Copyable {
  private let target: String
  private let file: File
  private var writer: SectionWriter
  private var isFinished = false
  private(set) var parts: [StoredPart] = []

  init(_ target: String) throws(StoreError) {
    self.target = target
    file = try File("\(target).\(processNumber).partial", .create)
    writer = SectionWriter(file, from: StoreHeader.bothSize)
  }

  deinit {
    if !isFinished { file.remove() }
  }

  mutating func write(_ part: Part) throws(StoreError) {
    parts.append(try StoredPart(part, to: &writer))
  }

  mutating func finish(_ list: ContentsList) throws(StoreError) {
    let bytes = list.bytes
    let header = StoreHeader(
      generation: 1,
      listOffset: writer.offset,
      list: bytes,
      hasQuantities: list.quantityUnit != nil
    )
    try file.put(bytes, at: writer.offset)
    try file.put(header.page, at: 0)
    try file.put(header.page, at: StoreHeader.pageSize)
    try file.synchronize()
    try file.rename(to: target)
    isFinished = true
  }
}
