/// One thread's share of a planned scan: its cells and what it read.
final class ScanWorker: @unchecked Sendable {
  let cells: MutableBlock<Int64>
  /// Cells with rows of zero or less, which may sum to zero.
  private(set) var balanced: Set<Int> = []
  private(set) var report = ScanReport()

  private let plan: ClusterPlan
  private let steps: [Step]
  private let depth: Int

  /// What is done about a part for every block.
  private struct Step {
    var part: Part
    var way: Way

    enum Way {
      case rows(BlockSelection, isTotal: Bool, shift: Int?)
      case rollup(RollupWalk, cellsPerBlock: Int)
      /// The part's sums are known; only rows of zero or less are looked at.
      case marks
    }
  }

  init(_ plan: ClusterPlan, cells: MutableBlock<Int64>) {
    self.plan = plan
    self.cells = cells
    depth = plan.clusters.order.outer.count - 1
    steps = zip(plan.clusters.parts, plan.ways).compactMap { part, way in
      switch way {
      case .skip: nil
      case .rollup:
        part.exceptions.hasNonPositive ? Step(part: part, way: .marks) : nil
      case .rows: Step(part: part, way: Self.rows(of: part, plan))
      case .blockRollup(let rollup):
        Step(
          part: part,
          way: .rollup(
            RollupWalk(rollup, of: part, plan, from: plan.clusters.order.outer.count - 1),
            cellsPerBlock: rollup.cells.count / part.shape.blockCount
          )
        )
      }
    }
  }

  var stepCount: Int { steps.count }

  private static func rows(of part: Part, _ plan: ClusterPlan) -> Step.Way {
    let inner = plan.digits[plan.digits.count - 1]
    let passesAll = part.innerRange.allSatisfy { inner.ofCode[$0] >= 0 }
    let least = part.innerRange.lowerBound
    let shift = passesAll && inner.isGrouped ? least - Int(inner.ofCode[least]) : nil
    return .rows(
      BlockSelection(plan, part),
      isTotal: passesAll && !inner.isGrouped,
      shift: shift
    )
  }

  /// Adds what rollups know without looking at blocks; false where their bytes are damaged.
  func addWholeRollups() -> Bool {
    for (part, way) in zip(plan.clusters.parts, plan.ways) {
      guard case .rollup(let rollup) = way else { continue }
      guard rollup.cells.isSound(0..<rollup.cells.count) else { return false }
      let walk = RollupWalk(rollup, of: part, plan, from: 0)
      report.rollupCellsRead += walk.add(from: 0, to: cells.start, base: 0)
    }
    report.bytesRead += 8 * report.rollupCellsRead
    return true
  }

  /// Adds one block of one part; false where its bytes are damaged.
  func add(_ step: Int, ofBlock number: Int) -> Bool {
    let part = steps[step].part
    guard let block = plan.block(number, in: part.shape) else { return true }
    var base = 0
    for position in 0..<depth {
      base += Int(plan.offsets[position][Int(plan.blocks[number * depth + position])])
    }
    switch steps[step].way {
    case .rows(let selection, let isTotal, let shift):
      let before = report.rowsRead
      guard add(block, of: part, selection, isTotal: isTotal, shift: shift, base) else {
        return false
      }
      report.bytesRead += (report.rowsRead - before) * part.byteCount / max(part.rowCount, 1)
      return addExceptions(of: block, in: part, base, addsValues: true)
    case .rollup(let walk, let cellsPerBlock):
      let first = block * cellsPerBlock
      guard walk.rollup.cells.isSound(first..<first + cellsPerBlock) else { return false }
      let count = walk.add(from: first, to: cells.start, base: base)
      report.rollupCellsRead += count
      report.bytesRead += 8 * count
    case .marks: break
    }
    guard part.exceptions.hasNonPositive else { return true }
    return addExceptions(of: block, in: part, base, addsValues: false)
  }

  private func add(
    _ block: Int,
    of part: Part,
    _ selection: BlockSelection,
    isTotal: Bool,
    shift: Int?,
    _ base: Int
  ) -> Bool {
    func loop<Inner: FixedWidthInteger, Value: FixedWidthInteger>(
      _ inner: Block<Inner>,
      _ values: Block<Value>
    ) -> Bool {
      let step: BlockLoop<Inner, Value>.Step =
        if isTotal { .total } else if let shift { .shifted(shift) } else { .looked }
      let loop = BlockLoop(
        part: part,
        places: plan.offsets[plan.offsets.count - 1],
        inner: inner.start,
        values: values.start,
        step: step,
        selection: selection
      )
      return loop.run(block, base: base, cells: cells.start, &report)
    }
    return switch (part.inner, part.values) {
    case (.narrow(let inner), .narrow(let values)): loop(inner, values)
    case (.narrow(let inner), .wide(let values)): loop(inner, values)
    case (.middle(let inner), .narrow(let values)): loop(inner, values)
    case (.middle(let inner), .wide(let values)): loop(inner, values)
    case (.wide(let inner), .narrow(let values)): loop(inner, values)
    case (.wide(let inner), .wide(let values)): loop(inner, values)
    }
  }

  /// Adds the rows whose values the columns could not hold.
  private func addExceptions(of block: Int, in part: Part, _ base: Int, addsValues: Bool) -> Bool {
    let exceptions = part.exceptions
    let first = block * part.shape.slicesPerBlock
    let end = first + part.shape.slicesPerBlock
    var position = partition(0..<exceptions.count) { Int(exceptions.slices.start[$0]) >= first }
    while position < exceptions.count, exceptions.slices.start[position] < end {
      defer { position += 1 }
      let value = exceptions.values.start[position]
      let slice = plan.offsets[depth][Int(exceptions.slices.start[position]) - first]
      let line = plan.offsets[depth + 1][Int(exceptions.lines.start[position])]
      guard slice >= 0, line >= 0, addsValues || value <= 0 else { continue }
      let row = Int(exceptions.rows.start[position])
      guard part.inner.isSound(row..<row + 1) else { return false }
      let place = plan.offsets[depth + 2][part.inner[row]]
      let cell = base + Int(slice) + Int(line) + Int(place)
      if addsValues { cells.start[cell] &+= value }
      if value <= 0 { balanced.insert(cell) }
    }
    return true
  }
}
