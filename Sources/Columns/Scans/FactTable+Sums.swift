import Synchronization

extension FactTable {
  /// The sums of a scan, group by group.
  ///
  /// In plain tables rows are added in ascending order, in clustered tables whole numbers are
  /// added: the same scan gives the same bits every time. A table whose file is damaged gives no
  /// groups; ask ``run(_:threads:isCancelled:)`` to learn of it.
  package func sums(_ scan: Scan) -> Sums {
    sums(scan) { false } ?? Sums(groups: [])
  }

  /// The sums of a scan; nil where `isCancelled`, asked once a chunk of rows, said so, or the
  /// table's file is damaged.
  package func sums(_ scan: Scan, isCancelled: () -> Bool) -> Sums? {
    (try? run(scan, isCancelled: isCancelled))?.sums
  }

  /// The sums of a scan and what it took to work them out.
  ///
  /// Throws ``StoreError/cancelled`` where `isCancelled` said so and ``StoreError/damaged`` where
  /// the file behind the table does not hold what was written. Workers take turns in asking
  /// `isCancelled`, on whatever thread they run; right after it they say by `progress` about how
  /// many rows of how many are done.
  package func run(
    _ scan: Scan,
    threads: Threads = .all,
    isCancelled: () -> Bool = { false },
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> (sums: Sums, report: ScanReport) {
    guard let clusters else { return try runPlain(scan, progress, isCancelled) }
    guard let plan = ClusterPlan(scan, on: clusters) else {
      var walk = RowWalk(scan, on: clusters)
      return try walk.run(progress, isCancelled)
    }
    return try plan.run(threads, progress, isCancelled)
  }

  private func runPlain(
    _ scan: Scan,
    _ progress: (Int, Int) -> Void,
    _ isCancelled: () -> Bool
  ) throws(StoreError) -> (sums: Sums, report: ScanReport) {
    guard case .plain(let values) = values.storage else { return (Sums(groups: []), ScanReport()) }
    let scan = scan.refusingUnclassed(keys)
    let selection = Selection(scan, on: self)
    let grouping = Grouping(scan, on: self)
    var accumulator = grouping.accumulator(forRows: selection.candidateCount)
    var chunk = Chunk()
    var position = 0
    while position < selection.candidateCount {
      if isCancelled() { throw .cancelled }
      progress(position, selection.candidateCount)
      let end = min(position + Chunk.capacity, selection.candidateCount)
      selection.select(position..<end, into: &chunk)
      grouping.locate(&chunk)
      accumulator.add(chunk, values: values)
      position = end
    }
    var report = ScanReport()
    report.tableRows = rowCount
    report.rowsRead = selection.candidateCount
    let widths = Set(scan.groups + scan.filters.map(\.column)).reduce(8) { $0 + keys[$1].width }
    report.bytesRead = selection.candidateCount * widths
    report.isDense = accumulator is DenseSums
    let groups = accumulator.groups(columns: scan.groups.map { keys[$0] })
    return (Sums(groups: scan.classes.isEmpty ? groups : scan.classed(groups)), report)
  }
}

extension FactTable.Scan {
  /// The scan with filters that refuse the codes of negative classes.
  fileprivate func refusingUnclassed(_ keys: [KeyColumn]) -> FactTable.Scan {
    var scan = self
    for (column, classes) in classes where groups.contains(column) {
      let counted = (0..<min(classes.count, keys[column].cardinality)).filter { classes[$0] >= 0 }
      scan.filters.append(Filter(column: column, codes: Set(counted)))
    }
    return scan
  }

  /// Groups of codes put together into groups of classes.
  fileprivate func classed(_ groups: [FactTable.Sums.Group]) -> [FactTable.Sums.Group] {
    var merged: [[Int]: FactTable.Sums.Group] = [:]
    for var group in groups {
      for (position, column) in self.groups.enumerated() {
        if let classes = classes[column] { group.codes[position] = classes[group.codes[position]] }
      }
      guard let known = merged[group.codes] else {
        merged[group.codes] = group
        continue
      }
      group.sum += known.sum
      group.count += known.count
      group.firstRow = min(group.firstRow, known.firstRow)
      merged[group.codes] = group
    }
    return merged.values.sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
  }
}

/// The rows of one step of a scan that passed the filters, and where each row's sum lies.
struct Chunk {
  /// Few enough that a chunk's buffers stay in the cache.
  static let capacity = 1 << 14

  var count = 0
  var rows: [UInt32]
  /// For each row the number of its group; parts follow each other where one number cannot hold it.
  var parts: [[UInt32]]

  init() {
    rows = [UInt32](repeating: 0, count: Chunk.capacity)
    parts = []
  }
}
