/// What a planned scan does about one part, for every block: rows, a rollup, or only marks.
final class PartReader: @unchecked Sendable {
  private let part: Part
  private let way: Way
  /// For each block of the plan its number in the part, -1 where the part has none, and the place
  /// of its cells.
  private let blocks: Block<Int32>
  private let bases: Block<Int64>
  private let sliceCells: Block<Int32>
  private let lineCells: Block<Int32>
  private let innerCells: Block<Int32>
  private let bytesPerRow: Int

  private enum Way {
    case rows(Selection, BlockStep, keeping: Block<Int32>, Block<Int32>)
    case rollup(RollupWalk, cellsPerBlock: Int)
    /// The part's sums are known; only rows of zero or less are looked at.
    case marks
  }

  /// For lines of two bytes and of four.
  private enum Selection {
    case middle(Block<UInt16>, SpanSelection<UInt16>)
    case wide(Block<UInt32>, SpanSelection<UInt32>)
  }

  /// Nil where nothing is to be done block by block.
  init?(_ part: Part, _ way: ClusterPlan.Way, _ plan: ClusterPlan) {
    let depth = plan.clusters.order.outer.count - 1
    switch way {
    case .skip: return nil
    case .rollup:
      guard part.exceptions.hasNonPositive else { return nil }
      self.way = .marks
    case .blockRollup(let rollup):
      self.way = .rollup(
        RollupWalk(rollup, of: part, plan, from: depth),
        cellsPerBlock: rollup.cells.count / part.shape.blockCount
      )
    case .rows:
      let wanted = plan.digits[depth].codes.filter { $0 < part.slicesPerBlock }
      let slices = Block(wanted.map(Int32.init))
      let cells = Block(wanted.map { plan.offsets[depth][$0] })
      let selection: Selection
      switch part.lines {
      case .narrow: preconditionFailure("lines take two bytes or four")
      case .middle(let lines):
        selection = .middle(lines, SpanSelection(plan, part, lines, slices: (slices, cells)))
      case .wide(let lines):
        selection = .wide(lines, SpanSelection(plan, part, lines, slices: (slices, cells)))
      }
      self.way = .rows(selection, plan.step(in: part), keeping: slices, cells)
    }
    self.part = part
    sliceCells = plan.cells[depth]
    lineCells = plan.cells[depth + 1]
    innerCells = plan.cells[depth + 2]
    bytesPerRow = part.byteCount / max(part.rowCount, 1)
    blocks = Block((0..<plan.blockCount).map { Int32(plan.block($0, in: part.shape) ?? -1) })
    bases = Block((0..<plan.blockCount).map { Int64(plan.base(ofBlock: $0)) })
  }

  /// Adds one block; false where its bytes are damaged.
  func add(_ number: Int, to worker: ScanWorker) -> Bool {
    let block = Int(blocks.start[number])
    guard block >= 0 else { return true }
    let base = Int(bases.start[number])
    switch way {
    case .rows(let selection, let step, _, _):
      guard let count = read(block, selection, step, base, worker.cells.start) else {
        return false
      }
      worker.report.rowsRead += count.rows
      worker.report.slicesRead += count.slices
      worker.report.bytesRead += count.rows * bytesPerRow
      guard part.exceptions.count > 0 else { return true }
      return addExceptions(of: block, base, to: worker, addsValues: true)
    case .rollup(let walk, let cellsPerBlock):
      let first = block * cellsPerBlock
      guard walk.rollup.cells.isSound(first..<first + cellsPerBlock) else { return false }
      let count = walk.add(from: first, to: worker.cells.start, base: base)
      worker.report.rollupCellsRead += count
      worker.report.bytesRead += 8 * count
    case .marks: break
    }
    guard part.exceptions.hasNonPositive else { return true }
    return addExceptions(of: block, base, to: worker, addsValues: false)
  }

  private func read(
    _ block: Int,
    _ selection: Selection,
    _ step: BlockStep,
    _ base: Int,
    _ cells: UnsafeMutablePointer<Int64>
  ) -> SpanCount? {
    switch selection {
    case .middle(let lines, let selection): read(block, lines, selection, step, base, cells)
    case .wide(let lines, let selection): read(block, lines, selection, step, base, cells)
    }
  }

  private func read<Line: FixedWidthInteger & BitwiseCopyable>(
    _ block: Int,
    _ lines: Block<Line>,
    _ selection: SpanSelection<Line>,
    _ step: BlockStep,
    _ base: Int,
    _ cells: UnsafeMutablePointer<Int64>
  ) -> SpanCount? {
    @inline(__always)
    func loop<Inner: FixedWidthInteger, Value: FixedWidthInteger>(
      _ inner: Block<Inner>,
      _ values: Block<Value>
    ) -> SpanCount? {
      let loop = BlockLoop(
        lines: lines.start,
        inner: inner.start,
        values: values.start,
        lineCells: lineCells.start,
        places: innerCells.start,
        step: step,
        selection: selection
      )
      return loop.run(block, base: base, cells: cells)
    }
    return switch (part.inner, part.values) {
    case (.narrow(let inner), .narrow(let values)): loop(inner, values)
    case (.narrow(let inner), .wide(let values)): loop(inner, values)
    case (.middle(let inner), .narrow(let values)): loop(inner, values)
    case (.middle(let inner), .wide(let values)): loop(inner, values)
    case (.wide, _): preconditionFailure("inner codes take one byte or two")
    }
  }

  /// Adds the rows whose values the columns could not hold.
  private func addExceptions(
    of block: Int,
    _ base: Int,
    to worker: ScanWorker,
    addsValues: Bool
  ) -> Bool {
    let slices = part.exceptions.slices.start
    let values = part.exceptions.values.start
    let lines = part.exceptions.lines.start
    let first = block * part.slicesPerBlock
    let end = UInt32(first + part.slicesPerBlock)
    let count = part.exceptions.count
    var position = partition(0..<count) { Int(slices[$0]) >= first }
    while position < count, slices[position] < end {
      defer { position += 1 }
      let value = values[position]
      let slice = sliceCells.start[Int(slices[position]) - first]
      let line = lineCells.start[Int(lines[position])]
      guard slice >= 0, line >= 0, addsValues || value <= 0 else { continue }
      let row = Int(part.exceptions.rows.start[position])
      guard part.inner.isSound(row..<row + 1) else { return false }
      let cell = base + Int(slice) + Int(line) + Int(innerCells.start[part.inner[row]])
      if addsValues { worker.cells.start[cell] &+= value }
      if value <= 0 { worker.balanced.insert(cell) }
    }
    return true
  }
}

extension ClusterPlan {
  /// How rows of a part find their cells.
  fileprivate func step(in part: Part) -> BlockStep {
    let inner = digits[digits.count - 1]
    let line = digits[digits.count - 2]
    let lineCount = max(part.shape.cardinalities[part.shape.order.line], 1)
    let isApart = line.isGrouped || (line.matters(below: lineCount) && !line.isRange)
    guard !inner.isClassed, part.innerRange.allSatisfy({ inner.ofCode[$0] >= 0 }) else {
      return BlockStep(keepsLinesApart: isApart, place: .looked)
    }
    let least = part.innerRange.lowerBound
    let shift = least - Int(inner.ofCode[least])
    return BlockStep(keepsLinesApart: isApart, place: inner.isGrouped ? .shifted(shift) : .one)
  }

  /// Where the cells of a block of the plan begin.
  fileprivate func base(ofBlock number: Int) -> Int {
    let depth = clusters.order.outer.count - 1
    return (0..<depth).reduce(0) { base, position in
      base + Int(offsets[position][Int(blocks[number * depth + position])])
    }
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
