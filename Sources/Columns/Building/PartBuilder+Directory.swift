/// Where slices and runs begin.
struct Directory: Sendable {
  let sliceRuns: Block<UInt32>
  let runCodes: Block<UInt32>
  let runRows: Block<UInt32>
}

extension PartBuilder {
  /// Reads the slices and runs off the sorted keys.
  func directory(_ dealt: Dealt<Key>, _ sorted: Sorted) -> Directory {
    var firstRuns = [0]
    for count in sorted.runCounts { firstRuns.append(firstRuns[firstRuns.count - 1] + count) }
    let runCount = firstRuns[firstRuns.count - 1]
    let sliceRuns = MutableBlock<UInt32>(count: shape.sliceCount + 1)
    let runCodes = MutableBlock<UInt32>(count: runCount)
    let runRows = MutableBlock<UInt32>(count: runCount + 1)
    let slicesPerBlock = shape.slicesPerBlock
    let blockRuns = firstRuns
    threads.share(shape.blockCount) { _, block in
      var run = blockRuns[block]
      var slice = block * slicesPerBlock
      var previous = Key.max
      for row in dealt.rows(ofBlock: block) {
        let key = dealt.keys.start[row] >> Key(layout.bitsInRun)
        if key == previous { continue }
        previous = key
        let end = block * slicesPerBlock + layout.slice.code(dealt.keys.start[row])
        while slice <= end {
          sliceRuns.start[slice] = UInt32(run)
          slice += 1
        }
        runCodes.start[run] = UInt32(layout.line.code(dealt.keys.start[row]))
        runRows.start[run] = UInt32(row)
        run += 1
      }
      while slice < (block + 1) * slicesPerBlock {
        sliceRuns.start[slice] = UInt32(run)
        slice += 1
      }
      return true
    }
    sliceRuns.start[shape.sliceCount] = UInt32(runCount)
    runRows.start[runCount] = UInt32(rowCount)
    return Directory(
      sliceRuns: sliceRuns.finished(),
      runCodes: runCodes.finished(),
      runRows: runRows.finished()
    )
  }
}
