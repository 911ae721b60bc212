/// One thread's share of a planned scan: its cells and what it read.
final class ScanWorker: @unchecked Sendable {
  let cells: MutableBlock<Int64>
  /// Cells with rows of zero or less, which may sum to zero.
  var balanced: Set<Int> = []
  var report = ScanReport()

  init(_ cells: MutableBlock<Int64>) { self.cells = cells }

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
}
