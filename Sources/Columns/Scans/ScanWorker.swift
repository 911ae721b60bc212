/// One thread's share of a planned scan: its cells and what it read.
final class ScanWorker: @unchecked Sendable {
  let cells: MutableBlock<Int64>
  /// How far the second set of cells lies behind the first; 0 where there is one set.
  let nextCells: Int
  var spans: SpanBuffer
  /// Cells with rows of zero or less, which may sum to zero.
  var balanced: Set<Int> = []
  var report = ScanReport()

  init(_ cells: MutableBlock<Int64>, nextCells: Int, spans: Int) {
    self.cells = cells
    self.nextCells = nextCells
    self.spans = SpanBuffer(capacity: spans)
  }

  /// Adds what rollups know without looking at blocks; false where their bytes are damaged.
  func addWholeRollups(_ plan: ClusterPlan) -> Bool {
    for (part, way) in zip(plan.clusters.parts, plan.ways) {
      guard case .rollup(let rollup) = way else { continue }
      guard rollup.cells.isSound(0..<rollup.cells.count) else { return false }
      let walk = RollupWalk(rollup, of: part, plan, from: 0)
      report.rollupCellsRead += walk.add(from: 0, to: cells.start, base: 0)
    }
    report.bytesRead += 8 * report.rollupCellsRead
    return true
  }

  /// Adds another worker's cells, and the second set of its own.
  func add(_ other: ScanWorker?, cellCount: Int) {
    let target = cells.start
    func add(_ source: UnsafeMutablePointer<Int64>) {
      for cell in 0..<cellCount { target[cell] &+= source[cell] }
    }
    guard let other else {
      if nextCells > 0 { add(target + nextCells) }
      return
    }
    add(other.cells.start)
    if other.nextCells > 0 { add(other.cells.start + other.nextCells) }
  }
}
