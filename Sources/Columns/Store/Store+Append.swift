extension Store {
  /// Adds the rows of a table to a store; parts without new rows stay as and where they are.
  ///
  /// A part that gets rows is written anew behind the others, and so is one that did not exist.
  /// Texts that the store does not know yet get the next free codes. Until the very last step, one
  /// sector of the file, the store is what it was.
  package static func append(
    _ table: FactTable,
    dictionaries: [[String]],
    parting: FactTable.Parting? = nil,
    metadata: [String: [UInt8]]? = nil,
    to path: String,
    threads: Threads = .all
  ) throws(StoreError) {
    let file = try File(path, .update)
    try file.lock()
    let store = try Store(path)
    guard table.quantityUnit == store.table.quantityUnit else {
      throw .otherQuantities(
        stored: store.table.quantityUnit?.name,
        added: table.quantityUnit?.name
      )
    }
    var draft = try StoreUpdate(file, store, threads)
    let codes = draft.codes(of: dictionaries)
    for (label, batch) in try table.batches(parting, decimals: draft.decimals) {
      for (column, codes) in codes.enumerated() {
        guard let target = batch.codes[column]?.start else { continue }
        for row in 0..<batch.count { target[row] = codes[Int(target[row])] }
      }
      try draft.add([batch], label: label)
    }
    try draft.finish(metadata: metadata)
  }
}

/// A store on its way to its next generation.
struct StoreUpdate {
  private let file: File
  private let store: Store
  private let clusters: Clusters
  private let generation: UInt64
  private let threads: Threads
  private var list: ContentsList
  private var writer: SectionWriter
  private var knownCodes: [[String: UInt32]]

  /// The file is open for writing and locked.
  init(_ file: File, _ store: Store, _ threads: Threads) throws(StoreError) {
    guard let clusters = store.table.clusters else { throw .foreign(path: file.path) }
    self.file = file
    self.store = store
    self.clusters = clusters
    self.threads = threads
    let opened = try OpenedStore(file)
    list = opened.list
    generation = opened.header.generation &+ 1
    writer = SectionWriter(file, from: opened.header.end)
    knownCodes = list.dictionaries.map { dictionary in
      Dictionary(zip(dictionary, (0..<UInt32.max))) { first, _ in first }
    }
  }

  var decimals: Int { list.decimals }

  /// For each key column and text the store's code, a new one where the text is new.
  mutating func codes(of dictionaries: [[String]]) -> [[UInt32]] {
    precondition(dictionaries.count == list.dictionaries.count, "the columns are the store's")
    return dictionaries.indices.map { column in
      dictionaries[column].map { text in
        if let code = knownCodes[column][text] { return code }
        let code = UInt32(list.dictionaries[column].count)
        list.dictionaries[column].append(text)
        knownCodes[column][text] = code
        return code
      }
    }
  }

  /// Writes a part with the rows that it had and those of the batches, in codes of the store.
  mutating func add(_ batches: [RowBatch<UInt32>], label: String) throws(StoreError) {
    let cardinalities = list.dictionaries.map(\.count)
    let shape = try Shape(list.order, cardinalities: cardinalities)
    let position = clusters.parts.firstIndex { $0.label == label }
    var all = batches
    if let position {
      guard clusters.parts[position].isSound else {
        throw .damaged(path: file.path, section: label)
      }
      all.insert(clusters.parts[position].batch, at: 0)
    }
    let total = clusters.rowCount + batches.reduce(0) { $0 + $1.count }
    let part = try buildPart(
      label: label,
      shape: shape,
      batches: all,
      translations: cardinalities.map { _ in nil },
      isRolledUp: FactTable.Rollups.whereUseful.areBuilt(forRows: total),
      threads: threads
    )
    let stored = try StoredPart(part, to: &writer)
    if let position {
      list.parts[position] = stored
    } else {
      list.parts.append(stored)
      list.parts.sort { $0.label < $1.label }
    }
  }

  mutating func finish(metadata: [String: [UInt8]]?) throws(StoreError) {
    if let metadata { list.metadata = metadata }
    try Clusters.checkSum(of: list.parts.map(\.magnitude))
    try Clusters.checkSum(of: list.parts.map { $0.quantities?.magnitude ?? 0 })
    let bytes = list.bytes
    let header = StoreHeader(
      generation: generation,
      listOffset: writer.offset,
      list: bytes,
      hasQuantities: list.quantityUnit != nil
    )
    try file.put(bytes, at: writer.offset)
    try file.synchronize()
    try file.put(header.page, at: header.pageOffset)
    try file.synchronize()
  }
}

extension Part {
  /// The rows of the part, to be sorted together with others.
  var batch: RowBatch<UInt32> {
    let batch = RowBatch<UInt32>(
      varying: shape.cardinalities.map { _ in true },
      capacity: rowCount,
      hasQuantities: quantities != nil
    )
    var exception = 0
    for slice in 0..<shape.sliceCount {
      let outer = zip(shape.order.outer, shape.outerCodes(ofSlice: slice))
      for row in rows(ofSlices: slice..<slice + 1) {
        for (column, code) in outer { batch.codes[column]?.start[row] = UInt32(code) }
        batch.codes[shape.order.line]?.start[row] = UInt32(lines[row])
        batch.codes[shape.order.inner]?.start[row] = UInt32(inner[row])
        for (place, column) in shape.loose.enumerated() {
          batch.codes[column]?.start[row] = UInt32(loose[place][row])
        }
        batch.values.start[row] = values[row]
        if exception < exceptions.count, exceptions.rows[exception] == row {
          batch.values.start[row] = exceptions.values[exception]
          exception += 1
        }
      }
    }
    if let quantities, let target = batch.quantities?.start {
      for row in 0..<rowCount { target[row] = quantities.values[row] }
      for position in 0..<quantities.exceptions.count {
        target[Int(quantities.exceptions.rows[position])] = quantities.exceptions.values[position]
      }
    }
    batch.count = rowCount
    return batch
  }
}
