/// Rows of a slice that a scan wants, and where their cells lie.
struct RowSpan: BitwiseCopyable {
  var first: UInt32
  var end: UInt32
  var cell: Int32
}

/// Finds the rows of a part that a scan wants, block by block.
///
/// All spans of some blocks are found before their rows are read, so that a processor waits for many
/// places of the memory at once. Only numbers and addresses, so that loops count no references; the
/// ``PartReader`` that made it keeps the memory.
struct SpanFinder<Line: FixedWidthInteger & BitwiseCopyable>: BitwiseCopyable {
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
  /// What the loops over the rows look at besides values.
  private let readsLines: Bool
  private let readsInner: Bool
  /// Only lines of this range are wanted, where not all of them are.
  private let narrows: Bool
  private let firstLine: Int
  private let endLine: Int

  init(
    _ plan: ClusterPlan,
    _ part: Part,
    _ lines: Block<Line>,
    slices: (numbers: Block<Int32>, cells: Block<Int32>),
    _ steps: RowSteps
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
    let lineCodes = 0..<part.shape.lineCount
    narrows = !line.passesAll(in: lineCodes)
    takesBlocksWhole = !plan.digits[outerCount - 1].matters(in: 0..<part.slicesPerBlock)
    checksSlices = !takesBlocksWhole && slices.numbers.count * 4 < part.slicesPerBlock
    let wanted = line.codes.hull
    firstLine = wanted.lowerBound
    endLine = wanted.upperBound
    if case .together = steps.line { readsLines = narrows } else { readsLines = true }
    if case .together = steps.inner { readsInner = false } else { readsInner = true }
  }

  /// Most spans that a block may have.
  var mostSpansPerBlock: Int { slicesPerBlock }

  /// Puts a block's spans behind those found before; nil where the bytes of one are damaged, else
  /// how many slices were looked at.
  func find(in block: Int, base: Int, _ spans: inout SpanBuffer) -> Int? {
    let first = block * slicesPerBlock
    if !checksSlices, !isSound(first..<first + slicesPerBlock) { return nil }
    let start = spans.count
    if takesBlocksWhole {
      guard narrows else {
        spans.add(sliceRows[first], sliceRows[first + slicesPerBlock], base)
        return slicesPerBlock
      }
      for slice in first..<first + slicesPerBlock {
        spans.add(sliceRows[slice], sliceRows[slice + 1], base)
      }
    } else {
      for number in 0..<sliceCount {
        let slice = first + Int(slices[number])
        if checksSlices, !isSound(slice..<slice + 1) { return nil }
        spans.add(sliceRows[slice], sliceRows[slice + 1], base + Int(sliceCells[number]))
      }
    }
    if narrows { narrow(from: start, &spans) }
    return takesBlocksWhole ? slicesPerBlock : sliceCount
  }

  /// Keeps the rows whose lines lie in the wanted range; they are in order.
  private func narrow(from start: Int, _ spans: inout SpanBuffer) {
    let found = start..<spans.count
    spans.count = start
    for number in found {
      let span = spans.start[number]
      let first = position(of: firstLine, from: span.first, to: span.end)
      let end = position(of: endLine, from: first, to: span.end)
      spans.add(first, end, Int(span.cell))
    }
  }

  /// The first row whose line is this or a later one; the steps depend on the number of rows alone, so
  /// that the search of one slice need not wait for that of another.
  @inline(__always)
  private func position(of line: Int, from first: UInt32, to end: UInt32) -> UInt32 {
    var low = Int(first)
    var count = Int(end) - low
    while count > 0 {
      let half = (count + 1) >> 1
      low &+= Int(lines[low &+ half &- 1]) < line ? half : 0
      count &-= half
    }
    return UInt32(truncatingIfNeeded: low)
  }

  /// Whether everything that the spans of these slices need is as it was written.
  @inline(__always)
  private func isSound(_ slices: Range<Int>) -> Bool {
    let rows = Int(sliceRows[slices.lowerBound])..<Int(sliceRows[slices.upperBound])
    guard !rows.isEmpty else { return true }
    if readsLines, !lineSeal.isSound(rows) { return false }
    if readsInner, !innerSeal.isSound(rows) { return false }
    return valueSeal.isSound(rows)
  }
}

/// Spans in the order in which they were found.
struct SpanBuffer {
  fileprivate(set) var start: UnsafeMutablePointer<RowSpan>
  var count = 0
  private let memory: MutableBlock<RowSpan>

  var capacity: Int { memory.count }

  init(capacity: Int) {
    memory = MutableBlock(count: capacity)
    start = memory.start
  }

  /// Adds rows, unless there are none; the caller sees to it that there is space.
  @inline(__always)
  mutating func add(_ first: UInt32, _ end: UInt32, _ cell: Int) {
    start[count] = RowSpan(first: first, end: end, cell: Int32(truncatingIfNeeded: cell))
    count &+= first < end ? 1 : 0
  }

  var found: UnsafeBufferPointer<RowSpan> { UnsafeBufferPointer(start: start, count: count) }
}
