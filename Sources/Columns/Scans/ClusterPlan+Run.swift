import Synchronization

extension ClusterPlan {
  /// Below this much work one thread is quicker than several.
  private static let leastSharedWork = 200_000

  /// The sums of the plan; cells that workers keep apart are added up at the end.
  func run(
    _ threads: Threads,
    _ progress: (Int, Int) -> Void,
    _ isCancelled: () -> Bool
  ) throws(StoreError) -> (sums: FactTable.Sums, report: ScanReport) {
    let isSmall = work < Self.leastSharedWork || (!isApart && cellCount > Self.mostCellsPerWorker)
    let team = Threads(isSmall ? 1 : min(threads.count, max(blockCount, 1)))
    let shared = MutableBlock<Int64>(count: cellCount)
    let workers = (0..<team.count).map { worker in
      ScanWorker(isApart || worker == 0 ? shared : MutableBlock(count: cellCount))
    }
    if isCancelled() { throw .cancelled }
    guard workers[0].addWholeRollups(self) else { throw damage }
    let isDamaged = Atomic(false)
    let isStopped = Atomic(false)
    let order = team.count > 1 ? blocksBySize : Array(0..<blockCount)
    let readers = zip(clusters.parts, ways).compactMap { PartReader($0, $1, self) }
    let rowsInAll = clusters.rowCount
    let stepCount = max(1, order.count * readers.count)
    withoutActuallyEscaping({ (step: Int) -> Bool in
      if isCancelled() { return true }
      progress(Int(Double(rowsInAll) * Double(step) / Double(stepCount)), rowsInAll)
      return false
    }) { isToStop in
      nonisolated(unsafe) let isToStop = isToStop
      let stepsTaken = Mutex(0)
      team.share(readers.isEmpty ? 0 : order.count) { worker, number in
        for reader in readers {
          let mustStop = stepsTaken.withLock { steps in
            defer { steps += 1 }
            return isToStop(steps)
          }
          if mustStop {
            isStopped.store(true, ordering: .relaxed)
          } else if !reader.add(order[number], to: workers[worker]) {
            isDamaged.store(true, ordering: .relaxed)
          }
          if isStopped.load(ordering: .relaxed) || isDamaged.load(ordering: .relaxed) {
            return false
          }
        }
        return true
      }
    }
    if isDamaged.load(ordering: .relaxed) { throw damage }
    if isStopped.load(ordering: .relaxed) { throw .cancelled }
    return finish(workers)
  }

  private func finish(_ workers: [ScanWorker]) -> (sums: FactTable.Sums, report: ScanReport) {
    var report = ScanReport()
    var balanced: Set<Int> = []
    let target = workers[0].cells.start
    for (number, worker) in workers.enumerated() {
      report.add(worker.report)
      balanced.formUnion(worker.balanced)
      guard number > 0, !isApart else { continue }
      let extra = worker.cells.start
      for cell in 0..<cellCount { target[cell] &+= extra[cell] }
    }
    report.tableRows = clusters.rowCount
    report.threads = workers.count
    for (part, way) in zip(clusters.parts, ways) {
      switch way {
      case .skip: report.partsSkipped.append(part.label)
      case .rows: report.partsRead.append(part.label)
      case .rollup, .blockRollup: report.partsRolledUp.append(part.label)
      }
    }
    let cells = FactTable.DenseCells(
      axes: axes,
      divisor: powersOfTen[clusters.decimals],
      cells: workers[0].cells.finished(),
      balanced: balanced
    )
    return (FactTable.Sums(cells), report)
  }

  private var damage: StoreError {
    clusters.damage ?? .damaged(path: "", section: "")
  }

  /// About how many rows and rollup cells the plan reads.
  private var work: Int {
    let outerCount = clusters.order.outer.count
    let share = (0..<outerCount).reduce(1.0) { share, position in
      share * Double(digits[position].codes.count) / Double(max(digits[position].ofCode.count, 1))
    }
    return zip(clusters.parts, ways).reduce(0) { work, partAndWay in
      switch partAndWay.1 {
      case .skip, .rollup: work
      case .rows: work + Int(4 * share * Double(partAndWay.0.rowCount))
      case .blockRollup(let rollup): work + Int(share * Double(rollup.cells.count))
      }
    }
  }

  /// Blocks with many rows first, so that no worker is left with a large one at the end.
  private var blocksBySize: [Int] {
    let part = zip(clusters.parts, ways).max { left, right in
      (left.1.isRead ? left.0.rowCount : -1) < (right.1.isRead ? right.0.rowCount : -1)
    }?.0
    guard let part else { return Array(0..<blockCount) }
    let sizes = (0..<blockCount).map { number -> Int in
      guard let block = self.block(number, in: part.shape) else { return 0 }
      let slices = block * part.slicesPerBlock..<(block + 1) * part.slicesPerBlock
      return part.rows(ofSlices: slices).count
    }
    return Array(0..<blockCount).sorted { (left: Int, right: Int) -> Bool in
      (sizes[right], left) < (sizes[left], right)
    }
  }

  /// The number in a part of one of the plan's blocks; nil where the part has no such codes.
  func block(_ number: Int, in shape: Shape) -> Int? {
    let depth = shape.order.outer.count - 1
    var block = 0
    for position in 0..<depth {
      let extent = max(shape.cardinalities[shape.order.outer[position]], 1)
      let code = Int(blocks[number * depth + position])
      guard code < extent else { return nil }
      block = block * extent + code
    }
    return block
  }
}

extension ClusterPlan.Way {
  fileprivate var isRead: Bool {
    if case .skip = self { false } else { true }
  }
}
