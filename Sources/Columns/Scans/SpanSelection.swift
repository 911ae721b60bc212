/// Which spans of rows of a block a scan wants, and where their cells lie.
///
/// Only numbers and addresses, so that the loops count no references; the ``PartReader`` that made
/// it keeps the memory.
struct SpanSelection<Line: FixedWidthInteger & BitwiseCopyable>: BitwiseCopyable {
  private let sliceRows: UnsafePointer<UInt32>
  private let lines: UnsafePointer<Line>
  private let slicesPerBlock: Int
  private let lineSeal: SealView
  private let innerSeal: SealView
  private let valueSeal: SealView

  /// The slices of a block that are wanted, and for each its place in the cells.
  private let slices: UnsafePointer<Int32>
  private let sliceCells: UnsafePointer<Int32>
  private let sliceCount: Int
  /// All slices are wanted and need not be kept apart.
  private let takesBlocksWhole: Bool
  /// Single slices are checked for damage, not whole blocks.
  private let checksSlices: Bool
  /// Whether the scan has to look at lines at all.
  private let readsLines: Bool
  /// Only lines of this range are wanted, where not all of them are.
  private let narrows: Bool
  private let firstLine: Int
  private let lastLine: Int

  init(
    _ plan: ClusterPlan,
    _ part: Part,
    _ lines: Block<Line>,
    slices: (numbers: Block<Int32>, cells: Block<Int32>)
  ) {
    let outerCount = part.shape.order.outer.count
    let line = plan.digits[outerCount]
    sliceRows = part.sliceRows.start
    self.lines = lines.start
    slicesPerBlock = part.slicesPerBlock
    lineSeal = SealView(lines)
    innerSeal = SealView(part.inner)
    valueSeal = SealView(part.values)
    self.slices = slices.numbers.start
    sliceCells = slices.cells.start
    sliceCount = slices.numbers.count
    takesBlocksWhole = !plan.digits[outerCount - 1].matters(below: part.slicesPerBlock)
    checksSlices = !takesBlocksWhole && slices.numbers.count * 4 < part.slicesPerBlock
    let lineCount = max(part.shape.cardinalities[part.shape.order.line], 1)
    readsLines = line.matters(below: lineCount)
    firstLine = line.codes.first ?? 0
    lastLine = line.codes.last ?? 0
    narrows = firstLine > 0 || lastLine < lineCount - 1
  }

  /// Calls the body with every wanted span; nil where the bytes of one are damaged.
  ///
  /// A body that keeps lines apart has to look at each of a span's lines.
  @inline(__always)
  func eachSpan(
    of block: Int,
    _ base: Int,
    _ body: (Range<Int>, Int) -> Void
  ) -> SpanCount? {
    let first = block * slicesPerBlock
    var count = SpanCount()
    if !checksSlices, !isSound(first..<first + slicesPerBlock) { return nil }
    if takesBlocksWhole, !narrows {
      count.slices = slicesPerBlock
      let rows = Int(sliceRows[first])..<Int(sliceRows[first + slicesPerBlock])
      count.rows = rows.count
      body(rows, base)
      return count
    }
    count.slices = takesBlocksWhole ? slicesPerBlock : sliceCount
    for number in 0..<count.slices {
      let slice = first + (takesBlocksWhole ? number : Int(slices[number]))
      var rows = Int(sliceRows[slice])..<Int(sliceRows[slice + 1])
      if rows.isEmpty { continue }
      if checksSlices, !isSound(slice..<slice + 1) { return nil }
      if narrows { rows = narrowed(rows) }
      count.rows += rows.count
      body(rows, takesBlocksWhole ? base : base + Int(sliceCells[number]))
    }
    return count
  }

  /// Those rows of a slice whose lines lie in the wanted range; they are in order.
  @inline(__always)
  private func narrowed(_ rows: Range<Int>) -> Range<Int> {
    let low = partition(rows) { Int(lines[$0]) >= firstLine }
    return low..<partition(low..<rows.upperBound) { Int(lines[$0]) > lastLine }
  }

  /// Whether everything that the spans of these slices need is as it was written.
  @inline(__always)
  private func isSound(_ slices: Range<Int>) -> Bool {
    let rows = Int(sliceRows[slices.lowerBound])..<Int(sliceRows[slices.upperBound])
    guard !rows.isEmpty else { return true }
    if readsLines, !lineSeal.isSound(rows) { return false }
    return valueSeal.isSound(rows) && innerSeal.isSound(rows)
  }
}

/// What a block took.
struct SpanCount {
  var rows = 0
  var slices = 0
}
