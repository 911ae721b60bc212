extension CSVImport {
  /// Imports the CSV file of a path into a new store.
  package func run(
    _ path: String,
    to target: String,
    progress: (ImportProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) throws(StoreError) -> CSVImportReport {
    let source = try CSVSource(path, separator: separator)
    return try run(source, to: target, progress: progress, isCancelled: isCancelled)
  }

  /// Imports a CSV file into a new store.
  ///
  /// Memory stays bounded: rows beyond the limit wait in a nameless file, and parts are built one
  /// by one. Where the import fails or is cancelled nothing is left behind, and a store that lay
  /// at the target stays. `metadata` is asked for once the dictionaries are known.
  package func run(
    _ source: CSVSource,
    to target: String,
    metadata: (_ dictionaries: [[String]]) -> [String: [UInt8]] = { _ in [:] },
    progress: (ImportProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) throws(StoreError) -> CSVImportReport {
    let fields = try FieldPlan(self, header: source.header)
    let texts = TextCodes(self)
    let sink = RowSink(self, target: target)
    let parsers = (0..<threads.count).map { _ in
      LineParser(fields, texts, sink, columnCount: keys.count)
    }
    var draft = try StoreDraft(target)
    var report = try source.input.read(parsers, progress: progress, isCancelled: isCancelled)
    for parser in parsers { parser.finish() }
    if let failure = sink.failure { throw failure }
    if let column = texts.fullColumn { throw .tooManyCodes(column: column) }
    report.isSpilled = sink.isSpilled

    let (dictionaries, translations) = texts.sorted
    let shape = try Shape(order, cardinalities: dictionaries.map(\.count))
    let labels = texts.labels
    for number in labels.indices.sorted(by: { labels[$0] < labels[$1] }) {
      if isCancelled() { throw .cancelled }
      progress(
        ImportProgress(
          stage: .writing(part: labels[number]),
          bytesRead: report.byteCount,
          byteCount: report.byteCount,
          rowCount: report.rowCount
        )
      )
      let batches = try sink.batches(ofPart: number)
      guard !batches.isEmpty else { continue }
      let part = try buildPart(
        label: labels[number],
        shape: shape,
        batches: batches,
        translations: translations,
        isRolledUp: rollups.areBuilt(forRows: report.rowCount),
        threads: threads
      )
      try draft.write(part)
    }
    try Clusters.checkSum(of: draft.parts.map(\.magnitude))
    try Clusters.checkSum(of: draft.parts.map { $0.quantities?.magnitude ?? 0 })
    if isCancelled() { throw .cancelled }
    try draft.finish(
      ContentsList(
        order: order,
        decimals: decimals,
        quantityUnit: quantity?.unit,
        dictionaries: dictionaries,
        metadata: metadata(dictionaries),
        parts: draft.parts
      )
    )
    return report
  }
}
