#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CSVImport {
  /// Adds the facts of the CSV file of a path to a store.
  package func append(_ path: String, to target: String) throws(StoreError) -> CSVImportReport {
    try append(CSVSource(path, separator: separator), to: target)
  }

  /// Adds the facts of a CSV file to a store, such as those of a new month.
  ///
  /// Only the parts that get facts are written anew. The file is first read into a store of its own
  /// beside the target, which goes away again; until the last step the target is what it was.
  /// Throws ``StoreError/alreadyThere(text:)`` where the store has facts of one of the file's periods.
  package func append(
    _ source: CSVSource,
    to target: String,
    progress: (ImportProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) throws(StoreError) -> CSVImportReport {
    let old = try Store(target)
    let stored = old.table.quantityUnit
    guard stored?.name == quantity?.unit.name else {
      throw .otherQuantities(stored: stored?.name, added: quantity?.unit.name)
    }
    let waiting = target + ".adding"
    defer { unlink(waiting) }
    var plan = self
    plan.rollups = .never
    if let stored { plan.quantity?.unit = stored }
    let report = try plan.run(source, to: waiting, progress: progress, isCancelled: isCancelled)
    let added = try Store(waiting)
    let periods = added.dictionaries[partColumn]
    for period in periods {
      guard let code = old.dictionaries[partColumn].firstIndex(of: period) else { continue }
      guard !old.table.hasRows([FactTable.Scan.Filter(column: partColumn, codes: [code])]) else {
        throw .alreadyThere(text: period)
      }
    }
    if isCancelled() { throw .cancelled }
    try Store.append(
      added.table,
      dictionaries: added.dictionaries,
      parting: FactTable.Parting(
        column: partColumn,
        labels: periods.map { String($0.prefix(partLabelLength)) }
      ),
      to: target,
      threads: threads
    )
    return report
  }
}
