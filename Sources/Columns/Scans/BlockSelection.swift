/// Which spans of rows of a block a scan wants, and where their cells lie.
struct BlockSelection {
  private let sliceOffsets: [Int32]
  private let lineOffsets: [Int32]
  /// The slices of a block that are wanted; nil: all, and they need not be kept apart.
  private let slices: [Int]?
  private let lines: Lines
  /// Whether single slices are checked for damage, not whole blocks.
  private let checksSlices: Bool
  private let part: Part

  /// What is to be done about runs.
  private enum Lines {
    /// All rows of a slice together.
    case together
    /// The runs whose codes lie in a range, together.
    case range(ClosedRange<Int>)
    /// Run by run, those with codes in a range that pass.
    case apart(ClosedRange<Int>)
  }

  init(_ plan: ClusterPlan, _ part: Part) {
    self.part = part
    let outerCount = part.shape.order.outer.count
    let (slice, line) = (plan.digits[outerCount - 1], plan.digits[outerCount])
    sliceOffsets = plan.offsets[outerCount - 1]
    lineOffsets = plan.offsets[outerCount]
    let slicesPerBlock = part.shape.slicesPerBlock
    let wanted = slice.codes.filter { $0 < slicesPerBlock }
    let lineCount = max(part.shape.cardinalities[part.shape.order.line], 1)
    let range = (line.codes.first ?? 0)...max(line.codes.last ?? 0, line.codes.first ?? 0)
    if !line.matters(below: lineCount) {
      lines = .together
    } else {
      lines = line.isRange && !line.isGrouped ? .range(range) : .apart(range)
    }
    slices = slice.matters(below: slicesPerBlock) ? wanted : nil
    checksSlices = slices != nil && wanted.count * 4 < slicesPerBlock
  }

  /// Calls the body with every wanted span; false where the bytes of one are damaged.
  @inline(__always)
  func eachSpan(
    of block: Int,
    in part: Part,
    _ base: Int,
    _ report: inout ScanReport,
    _ body: (Range<Int>, Int) -> Void
  ) -> Bool {
    let first = block * part.shape.slicesPerBlock
    let all = first..<first + part.shape.slicesPerBlock
    guard let slices else {
      guard isSound(all) else { return false }
      report.slicesRead += all.count
      return spans(ofSlices: all, base, &report, body)
    }
    if !checksSlices, !isSound(all) { return false }
    for slice in slices {
      let one = first + slice..<first + slice + 1
      report.slicesRead += 1
      if checksSlices, !isSound(one) { return false }
      guard spans(ofSlices: one, base + Int(sliceOffsets[slice]), &report, body) else {
        return false
      }
    }
    return true
  }

  @inline(__always)
  private func spans(
    ofSlices slices: Range<Int>,
    _ base: Int,
    _ report: inout ScanReport,
    _ body: (Range<Int>, Int) -> Void
  ) -> Bool {
    let (starts, codes) = (part.runRows.start, part.runCodes.start)
    let low = Int(part.sliceRuns.start[slices.lowerBound])
    let high = Int(part.sliceRuns.start[slices.upperBound])
    guard low < high else { return true }
    switch lines {
    case .together:
      let rows = Int(starts[low])..<Int(starts[high])
      report.rowsRead += rows.count
      body(rows, base)
    case .range(let wanted):
      // Several slices at once have their codes in order only slice by slice.
      for slice in slices {
        let runs = runs(ofSlice: slice, wanted)
        let rows = Int(starts[runs.lowerBound])..<Int(starts[runs.upperBound])
        if rows.isEmpty { continue }
        report.rowsRead += rows.count
        body(rows, base)
      }
    case .apart(let wanted):
      lineOffsets.withUnsafeBufferPointer { offsets in
        for run in low..<high {
          let code = Int(codes[run])
          guard wanted.contains(code), offsets[code] >= 0 else { continue }
          let rows = Int(starts[run])..<Int(starts[run + 1])
          report.rowsRead += rows.count
          body(rows, base + Int(offsets[code]))
        }
      }
    }
    return true
  }

  /// The runs of a slice with codes in a range; they are in order.
  private func runs(ofSlice slice: Int, _ wanted: ClosedRange<Int>) -> Range<Int> {
    let codes = part.runCodes.start
    let all = Int(part.sliceRuns.start[slice])..<Int(part.sliceRuns.start[slice + 1])
    let low = partition(all) { Int(codes[$0]) >= wanted.lowerBound }
    let high = partition(low..<all.upperBound) { Int(codes[$0]) > wanted.upperBound }
    return low..<high
  }

  /// Whether everything that the spans of these slices need is as it was written.
  private func isSound(_ slices: Range<Int>) -> Bool {
    let runs = part.runs(ofSlices: slices)
    guard !runs.isEmpty else { return true }
    guard part.runRows.isSound(runs.lowerBound..<runs.upperBound + 1) else { return false }
    if case .together = lines {} else if !part.runCodes.isSound(runs) { return false }
    // Damage found here may have moved the rows; only sound starts lead to rows.
    let rows = part.rows(ofRuns: runs)
    return part.values.isSound(rows) && part.inner.isSound(rows)
  }
}
