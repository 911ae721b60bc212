/// What a store holds and where, as it lies at the end of its file.
struct ContentsList {
  var order: ClusterOrder
  var decimals: Int
  /// In what quantities are counted, where the table has them.
  var quantityUnit: QuantityUnit?
  /// For each key column its texts, by code.
  var dictionaries: [[String]]
  var metadata: [String: [UInt8]]
  var parts: [StoredPart]

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.put(order.outer)
    writer.put(order.line)
    writer.put(order.inner)
    writer.put(decimals)
    if let quantityUnit {
      writer.put(quantityUnit.decimals)
      writer.put(quantityUnit.name)
    }
    writer.put(dictionaries.count)
    for dictionary in dictionaries {
      writer.put(dictionary.count)
      for text in dictionary { writer.put(text) }
    }
    writer.put(metadata.count)
    for (name, block) in metadata.sorted(by: { $0.key < $1.key }) {
      writer.put(name)
      writer.put(block)
    }
    writer.put(parts.count)
    for part in parts { part.write(to: &writer) }
    return writer.bytes
  }

  init(
    order: ClusterOrder,
    decimals: Int,
    quantityUnit: QuantityUnit?,
    dictionaries: [[String]],
    metadata: [String: [UInt8]],
    parts: [StoredPart]
  ) {
    self.order = order
    self.decimals = decimals
    self.quantityUnit = quantityUnit
    self.dictionaries = dictionaries
    self.metadata = metadata
    self.parts = parts
  }

  /// Reads a list; the columns lie before `columnsEnd`, none over another.
  init(
    _ bytes: UnsafeRawBufferPointer,
    columnsEnd: Int,
    hasQuantities: Bool
  ) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    let outer = try reader.numbers()
    let line = try reader.count()
    let inner = try reader.count()
    decimals = try reader.count(upTo: powersOfTen.count - 1)
    if hasQuantities {
      let decimals = try reader.count(upTo: powersOfTen.count - 1)
      quantityUnit = QuantityUnit(try reader.text(), decimals: decimals)
    }
    dictionaries = []
    for _ in 0..<(try reader.count(upTo: 1 << 16)) {
      var dictionary: [String] = []
      let count = try reader.count(upTo: bytes.count / 8)
      dictionary.reserveCapacity(count)
      for _ in 0..<count { dictionary.append(try reader.text()) }
      dictionaries.append(dictionary)
    }
    let columns = outer + [line, inner]
    guard !outer.isEmpty, Set(columns).count == columns.count,
      columns.allSatisfy(dictionaries.indices.contains)
    else { throw ByteReader.Malformed() }
    order = ClusterOrder(outer: outer, line: line, inner: inner)
    metadata = [:]
    for _ in 0..<(try reader.count(upTo: bytes.count / 16)) {
      let name = try reader.text()
      metadata[name] = try reader.block()
    }
    parts = []
    for _ in 0..<(try reader.count(upTo: bytes.count / 8)) {
      let part = try StoredPart(
        from: &reader,
        columnsEnd: columnsEnd,
        hasQuantities: hasQuantities
      )
      let fits = zip(part.cardinalities, dictionaries).allSatisfy { $0 >= 0 && $0 <= $1.count }
      guard part.cardinalities.count == dictionaries.count, fits else {
        throw ByteReader.Malformed()
      }
      parts.append(part)
    }
    guard (try? Shape(order, cardinalities: dictionaries.map(\.count))) != nil, liesApart else {
      throw ByteReader.Malformed()
    }
  }

  /// Whether no two columns share bytes.
  private var liesApart: Bool {
    let sections = parts.flatMap(\.sections).filter { $0.byteCount > 0 }
      .sorted { $0.offset < $1.offset }
    return zip(sections, sections.dropFirst()).allSatisfy { before, after in
      before.offset + before.paddedByteCount <= after.offset
    }
  }
}
