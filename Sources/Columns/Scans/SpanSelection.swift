/// Which spans of rows of a block a scan wants, and where their cells lie.
///
/// Only numbers and addresses, so that the loops count no references; the ``PartReader`` that made
/// it keeps the memory.
struct SpanSelection: BitwiseCopyable {
  private let sliceRuns: UnsafePointer<UInt32>
  private let runCodes: UnsafePointer<UInt32>
  private let runRows: UnsafePointer<UInt32>
  private let slicesPerBlock: Int
  private let seals: Seals

  /// The slices of a block that are wanted, and for each its place in the cells.
  private let slices: UnsafePointer<Int32>
  private let sliceCells: UnsafePointer<Int32>
  private let sliceCount: Int
  /// All slices are wanted and need not be kept apart.
  private let takesBlocksWhole: Bool
  /// Single slices are checked for damage, not whole blocks.
  private let checksSlices: Bool

  /// For each code of the line column its place in the cells; -1 where it does not pass.
  private let lineCells: UnsafePointer<Int32>
  private let firstLine: UInt32
  private let lastLine: UInt32
  private let lines: Lines

  /// What is to be done about runs.
  private enum Lines: BitwiseCopyable {
    /// All rows of a slice together.
    case together
    /// The runs whose codes lie in the range, together.
    case range
    /// Run by run, those with codes in the range that pass.
    case apart
  }

  private struct Seals: BitwiseCopyable {
    let runCodes: SealView
    let runRows: SealView
    let inner: SealView
    let values: SealView
  }

  /// What a block took.
  struct Count {
    var rows = 0
    var slices = 0
  }

  init(
    _ plan: ClusterPlan,
    _ part: Part,
    slices: (numbers: Block<Int32>, cells: Block<Int32>),
    lineCells: Block<Int32>
  ) {
    let outerCount = part.shape.order.outer.count
    let line = plan.digits[outerCount]
    sliceRuns = part.sliceRuns.start
    runCodes = part.runCodes.start
    runRows = part.runRows.start
    slicesPerBlock = part.slicesPerBlock
    seals = Seals(
      runCodes: SealView(part.runCodes),
      runRows: SealView(part.runRows),
      inner: SealView(part.inner),
      values: SealView(part.values)
    )
    self.slices = slices.numbers.start
    sliceCells = slices.cells.start
    sliceCount = slices.numbers.count
    takesBlocksWhole = !plan.digits[outerCount - 1].matters(below: part.slicesPerBlock)
    checksSlices = !takesBlocksWhole && slices.numbers.count * 4 < part.slicesPerBlock
    self.lineCells = lineCells.start
    firstLine = UInt32(line.codes.first ?? 0)
    lastLine = UInt32(line.codes.last ?? 0)
    let lineCount = max(part.shape.cardinalities[part.shape.order.line], 1)
    if !line.matters(below: lineCount) {
      lines = .together
    } else {
      lines = line.isRange && !line.isGrouped ? .range : .apart
    }
  }

  /// Calls the body with every wanted span; nil where the bytes of one are damaged.
  @inline(__always)
  func eachSpan(
    of block: Int,
    _ base: Int,
    _ body: (Range<Int>, Int) -> Void
  ) -> Count? {
    let first = block * slicesPerBlock
    var count = Count()
    if takesBlocksWhole || !checksSlices {
      guard isSound(first..<first + slicesPerBlock) else { return nil }
    }
    if takesBlocksWhole {
      count.slices = slicesPerBlock
      spans(ofSlices: first..<first + slicesPerBlock, base, &count, body)
      return count
    }
    count.slices = sliceCount
    for number in 0..<sliceCount {
      let slice = first + Int(slices[number])
      if sliceRuns[slice] == sliceRuns[slice + 1] { continue }
      if checksSlices, !isSound(slice..<slice + 1) { return nil }
      spans(ofSlices: slice..<slice + 1, base + Int(sliceCells[number]), &count, body)
    }
    return count
  }

  @inline(__always)
  private func spans(
    ofSlices slices: Range<Int>,
    _ base: Int,
    _ count: inout Count,
    _ body: (Range<Int>, Int) -> Void
  ) {
    let low = Int(sliceRuns[slices.lowerBound])
    let high = Int(sliceRuns[slices.upperBound])
    switch lines {
    case .together:
      let rows = Int(runRows[low])..<Int(runRows[high])
      count.rows += rows.count
      body(rows, base)
    case .range:
      // Several slices at once have their codes in order only slice by slice.
      for slice in slices {
        let runs = runs(ofSlice: slice)
        let rows = Int(runRows[runs.lowerBound])..<Int(runRows[runs.upperBound])
        count.rows += rows.count
        body(rows, base)
      }
    case .apart:
      var start = Int(runRows[low])
      for run in low..<high {
        let end = Int(runRows[run + 1])
        let cell = Int(lineCells[Int(runCodes[run])])
        if cell >= 0 {
          count.rows += end - start
          body(start..<end, base + cell)
        }
        start = end
      }
    }
  }

  /// The runs of a slice with codes in the range; they are in order.
  @inline(__always)
  private func runs(ofSlice slice: Int) -> Range<Int> {
    let all = Int(sliceRuns[slice])..<Int(sliceRuns[slice + 1])
    let low = partition(all) { runCodes[$0] >= firstLine }
    var high = low
    while high < all.upperBound, high < low + 8, runCodes[high] <= lastLine { high += 1 }
    guard high == low + 8 else { return low..<high }
    return low..<partition(high..<all.upperBound) { runCodes[$0] > lastLine }
  }

  /// Whether everything that the spans of these slices need is as it was written.
  @inline(__always)
  private func isSound(_ slices: Range<Int>) -> Bool {
    let runs = Int(sliceRuns[slices.lowerBound])..<Int(sliceRuns[slices.upperBound])
    guard !runs.isEmpty else { return true }
    guard seals.runRows.isSound(runs.lowerBound..<runs.upperBound + 1) else { return false }
    if lines != .together, !seals.runCodes.isSound(runs) { return false }
    // Only sound starts lead to rows.
    let rows = Int(runRows[runs.lowerBound])..<Int(runRows[runs.upperBound])
    return seals.values.isSound(rows) && seals.inner.isSound(rows)
  }
}
