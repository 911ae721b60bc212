/// What a planned scan does about one part, for every block: rows, a rollup, or nothing.
final class PartReader: @unchecked Sendable {
  private let part: Part
  private let plan: ClusterPlan
  private let way: Way
  private let planned: ClusterPlan.Way
  /// For each block of the plan its number in the part, -1 where the part has none.
  private let blocks: [Int]
  private let bytesPerRow: Int

  private enum Way {
    case rows(Finder, RowSteps, keeping: Block<Int32>, Block<Int32>)
    case rollup(RollupWalk, cellsPerBlock: Int)
  }

  /// For lines of two bytes and of four.
  private enum Finder {
    case middle(Block<UInt16>, SpanFinder<UInt16>)
    case wide(Block<UInt32>, SpanFinder<UInt32>)
  }

  /// Nil where nothing is to be done block by block.
  init?(_ part: Part, _ way: ClusterPlan.Way, _ plan: ClusterPlan) {
    let depth = plan.clusters.order.outer.count - 1
    switch way {
    case .skip, .rollup: return nil
    case .blockRollup(let rollup):
      self.way = .rollup(
        RollupWalk(rollup, of: part, plan, from: depth),
        cellsPerBlock: rollup.cells.count / part.shape.blockCount
      )
    case .rows:
      let wanted = plan.digits[depth].codes.all.filter { $0 < part.slicesPerBlock }
      let slices = Block(wanted.map(Int32.init))
      let cells = Block(wanted.map { Int32(plan.offset(depth, of: $0) ?? 0) })
      let steps = RowSteps(plan, part)
      let finder: Finder
      switch part.lines {
      case .narrow: preconditionFailure("lines take two bytes or four")
      case .middle(let lines):
        finder = .middle(lines, SpanFinder(plan, part, lines, slices: (slices, cells), steps))
      case .wide(let lines):
        finder = .wide(lines, SpanFinder(plan, part, lines, slices: (slices, cells), steps))
      }
      self.way = .rows(finder, steps, keeping: slices, cells)
    }
    self.part = part
    self.plan = plan
    planned = way
    bytesPerRow = part.byteCount / max(part.rowCount, 1)
    blocks = (0..<plan.blockCount).map { plan.block($0, in: part.shape) ?? -1 }
  }

  /// Adds some blocks; false where their bytes are damaged.
  func add(_ numbers: ArraySlice<Int>, to worker: ScanWorker) -> Bool {
    guard addSums(of: numbers, to: worker) else { return false }
    // Nobody else adds to these cells; others wait for all workers.
    guard plan.sharesCells else { return true }
    return numbers.allSatisfy { number in
      let first = blocks[number] * part.slicesPerBlock
      guard first >= 0 else { return true }
      let slices = first..<first + part.slicesPerBlock
      return plan.addExceptions(of: part, planned, slices: slices, to: worker)
    }
  }

  private func addSums(of numbers: ArraySlice<Int>, to worker: ScanWorker) -> Bool {
    switch way {
    case .rows(.middle(let lines, let finder), let steps, _, _):
      return addRows(numbers, lines, finder, steps, to: worker)
    case .rows(.wide(let lines, let finder), let steps, _, _):
      return addRows(numbers, lines, finder, steps, to: worker)
    case .rollup(let walk, let cellsPerBlock):
      for number in numbers where blocks[number] >= 0 {
        let first = blocks[number] * cellsPerBlock
        guard walk.rollup.cells.isSound(first..<first + cellsPerBlock) else { return false }
        let count = walk.add(from: first, to: worker.cells.start, base: plan.bases[number])
        worker.report.rollupCellsRead += count
        worker.report.bytesRead += 8 * count
      }
      return true
    }
  }

  private func addRows<Line: FixedWidthInteger & BitwiseCopyable>(
    _ numbers: ArraySlice<Int>,
    _ lines: Block<Line>,
    _ finder: SpanFinder<Line>,
    _ steps: RowSteps,
    to worker: ScanWorker
  ) -> Bool {
    for number in numbers where blocks[number] >= 0 {
      if worker.spans.count + finder.mostSpansPerBlock > worker.spans.capacity {
        addSpans(lines, steps, to: worker)
      }
      let base = plan.bases[number] + steps.shift
      guard let count = finder.find(in: blocks[number], base: base, &worker.spans) else {
        worker.spans.count = 0
        return false
      }
      worker.report.slicesRead += count
    }
    addSpans(lines, steps, to: worker)
    return true
  }

  /// Adds the rows of the spans found so far.
  private func addSpans<Line: FixedWidthInteger & BitwiseCopyable>(
    _ lines: Block<Line>,
    _ steps: RowSteps,
    to worker: ScanWorker
  ) {
    let spans = worker.spans.found
    @inline(__always)
    func loop<Inner: FixedWidthInteger, Value: FixedWidthInteger>(
      _ inner: Block<Inner>,
      _ values: Block<Value>
    ) {
      RowLoop(lines: lines.start, inner: inner.start, values: values.start, steps: steps)
        .add(spans, to: worker.cells.start, worker.nextCells)
    }
    switch (part.inner, part.values) {
    case (.narrow(let inner), .narrow(let values)): loop(inner, values)
    case (.narrow(let inner), .wide(let values)): loop(inner, values)
    case (.middle(let inner), .narrow(let values)): loop(inner, values)
    case (.middle(let inner), .wide(let values)): loop(inner, values)
    case (.wide, _): preconditionFailure("inner codes take one byte or two")
    }
    let rows = spans.reduce(0) { $0 + Int($1.end - $1.first) }
    worker.report.rowsRead += rows
    worker.report.bytesRead += rows * bytesPerRow
    worker.spans.count = 0
  }
}

extension Block {
  /// A block with the elements of an array.
  init(_ elements: [Element]) {
    let block = MutableBlock<Element>(count: elements.count)
    for (index, element) in elements.enumerated() { block.start[index] = element }
    self = block.finished()
  }
}
