extension FactTable {
  /// The sums of a scan, group by group.
  ///
  /// Rows are added in ascending order, so the same scan gives the same bits every time.
  package func sums(_ scan: Scan) -> Sums {
    sums(scan) { false } ?? Sums(groups: [])
  }

  /// The sums of a scan; nil where `isCancelled`, asked once a chunk of rows, said so.
  package func sums(_ scan: Scan, isCancelled: () -> Bool) -> Sums? {
    let selection = Selection(scan, on: self)
    let grouping = Grouping(scan, on: self)
    var accumulator = grouping.accumulator(forRows: selection.candidateCount)
    var chunk = Chunk()
    var position = 0
    while position < selection.candidateCount {
      if isCancelled() { return nil }
      let end = min(position + Chunk.capacity, selection.candidateCount)
      selection.select(position..<end, into: &chunk)
      grouping.locate(&chunk)
      accumulator.add(chunk, values: values)
      position = end
    }
    return Sums(groups: accumulator.groups(columns: scan.groups.map { keys[$0] }))
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
