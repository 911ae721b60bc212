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
    let isTooWide = !sharesCells && cellCount > Self.mostCellsPerWorker
    let isSmall = work < Self.leastSharedWork || isTooWide
    let team = Threads(isSmall ? 1 : min(threads.count, max(blockCount, 1)))
    let workers = makeWorkers(team.count)
    if isCancelled() { throw .cancelled }
    guard workers[0].addWholeRollups(self) else { throw damage }
    let isDamaged = Atomic(false)
    let isStopped = Atomic(false)
    let readers = zip(clusters.parts, ways).compactMap { PartReader($0, $1, self) }
    let tasks = readers.isEmpty ? [] : tasks(isShared: team.count > 1)
    let rowsInAll = clusters.rowCount
    let stepCount = max(1, tasks.count * readers.count)
    withoutActuallyEscaping({ (step: Int) -> Bool in
      if isCancelled() { return true }
      progress(Int(Double(rowsInAll) * Double(step) / Double(stepCount)), rowsInAll)
      return false
    }) { isToStop in
      nonisolated(unsafe) let isToStop = isToStop
      let stepsTaken = Mutex(0)
      team.share(tasks.count) { worker, number in
        for reader in readers {
          let mustStop = stepsTaken.withLock { steps in
            defer { steps += 1 }
            return isToStop(steps)
          }
          if mustStop {
            isStopped.store(true, ordering: .relaxed)
          } else if !reader.add(tasks[number], to: workers[worker]) {
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
    return try finish(workers)
  }

  /// Whether all workers add to one set of cells, because no two blocks share one.
  var sharesCells: Bool { isApart && !isCompact }

  /// Whether the cells are few enough for two sets of them a worker.
  private var isCompact: Bool { cellCount <= 1 << 15 }

  private func makeWorkers(_ count: Int) -> [ScanWorker] {
    let readsRows = ways.contains { if case .rows = $0 { true } else { false } }
    // Half a page off, so that the processor does not take one set for the other.
    let nextCells = readsRows && isCompact ? (cellCount / 512 + 1) * 512 + 256 : 0
    let slices = clusters.parts.map(\.slicesPerBlock).max() ?? 0
    let shared = MutableBlock<Int64>(count: nextCells + cellCount)
    return (0..<count).map { worker in
      ScanWorker(
        sharesCells || worker == 0 ? shared : MutableBlock(count: nextCells + cellCount),
        nextCells: nextCells,
        spans: readsRows ? max(slices, 1) + Self.spansPerTask : 0
      )
    }
  }

  private func finish(
    _ workers: [ScanWorker]
  ) throws(StoreError) -> (sums: FactTable.Sums, report: ScanReport) {
    let first = workers[0]
    first.add(nil, cellCount: cellCount)
    for worker in workers.dropFirst() {
      first.report.add(worker.report)
      first.balanced.formUnion(worker.balanced)
      if !sharesCells { first.add(worker, cellCount: cellCount) }
    }
    guard addExceptions(to: first) else { throw damage }
    var report = first.report
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
      cells: first.cells.finished(prefix: cellCount),
      balanced: first.balanced
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
      let column = clusters.order.outer[position]
      return share * Double(digits[position].codes.count)
        / Double(max(clusters.cardinalities[column], 1))
    }
    return zip(clusters.parts, ways).reduce(0) { work, partAndWay in
      switch partAndWay.1 {
      case .skip, .rollup: work
      case .rows:
        work + Int(share * Double(4 * partAndWay.0.rowCount + 64 * partAndWay.0.shape.sliceCount))
      case .blockRollup(let rollup): work + Int(share * Double(rollup.cells.count))
      }
    }
  }

  /// Slices that are looked at together.
  private static let spansPerTask = 256

  /// The blocks, some at a time.
  ///
  /// Where workers share them each task has large and small ones, the largest come first, and no
  /// worker is left with a large one at the end.
  private func tasks(isShared: Bool) -> [ArraySlice<Int>] {
    let slices = max(digits[clusters.order.outer.count - 1].codes.count, 1)
    let perTask = max(1, Self.spansPerTask / slices)
    let count = (blockCount + perTask - 1) / perTask
    guard isShared else {
      return (0..<count).map { task in
        ArraySlice(task * perTask..<min((task + 1) * perTask, blockCount))
      }
    }
    let order = blocksBySize
    return (0..<count).map { task in
      ArraySlice(stride(from: task, to: blockCount, by: count).map { order[$0] })
    }
  }

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
      let code = blocks[number * depth + position]
      guard code < extent else { return nil }
      block = block * extent + code
    }
    return block
  }
}

extension ClusterPlan.Way {
  /// Whether a ``PartReader`` reads the part.
  var isByBlock: Bool {
    switch self {
    case .rows, .blockRollup: true
    case .skip, .rollup: false
    }
  }

  fileprivate var isRead: Bool {
    if case .skip = self { false } else { true }
  }
}
