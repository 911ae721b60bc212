/// The columns of sorted rows, and what the blocks found on the way.
struct Sorted: Sendable {
  let inner: CodeFiller
  let values: ValueFiller
  /// How many runs each block has.
  var runCounts: [Int]
  /// For each block its rows that do not fit the column of values.
  var misfits: [[Misfit]]

  struct Misfit: Sendable {
    var row: UInt32
    var slice: UInt32
    var line: UInt32
    var value: Int64
  }

  func exceptions(_ shape: Shape) -> Exceptions {
    let all = misfits.joined()
    let count = all.count
    let rows = MutableBlock<UInt32>(count: count)
    let slices = MutableBlock<UInt32>(count: count)
    let lines = MutableBlock<UInt32>(count: count)
    let values = MutableBlock<Int64>(count: count)
    for (position, misfit) in all.enumerated() {
      rows.start[position] = misfit.row
      slices.start[position] = misfit.slice
      lines.start[position] = misfit.line
      values.start[position] = misfit.value
    }
    return Exceptions(
      rows: rows.finished(),
      slices: slices.finished(),
      lines: lines.finished(),
      values: values.finished(),
      hasNonPositive: all.contains { $0.value <= 0 }
    )
  }
}

/// A row of a block while it is being sorted: its key and its place before.
struct SortRecord<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>: BitwiseCopyable {
  var key: Key
  var place: UInt32
}

extension PartBuilder {
  /// Sorts every block by its keys; rows of equal keys lie by their values.
  ///
  /// The keys end up sorted in place.
  func sort(_ dealt: Dealt<Key>, isWide: Bool) -> Sorted {
    let inner = CodeFiller(
      count: rowCount,
      cardinality: max(shape.cardinalities[shape.order.inner], 1)
    )
    let values = ValueFiller(count: rowCount, isWide: isWide)
    let blockCount = shape.blockCount
    var runCounts = [Int](repeating: 0, count: blockCount)
    var misfits = [[Sorted.Misfit]](repeating: [], count: blockCount)
    let bySize = Array(0..<blockCount).sorted { (left: Int, right: Int) -> Bool in
      (dealt.rows(ofBlock: right).count, left) < (dealt.rows(ofBlock: left).count, right)
    }
    runCounts.withUnsafeMutableBufferPointer { runCounts in
      misfits.withUnsafeMutableBufferPointer { misfits in
        nonisolated(unsafe) let (runCounts, misfits) = (runCounts, misfits)
        threads.share(blockCount) { _, number in
          let block = bySize[number]
          let rows = dealt.rows(ofBlock: block)
          guard !rows.isEmpty else { return true }
          var found: [Sorted.Misfit] = []
          runCounts[block] = sort(rows, block, dealt, inner, values, &found)
          misfits[block] = found
          return true
        }
      }
    }
    return Sorted(inner: inner, values: values, runCounts: runCounts, misfits: misfits)
  }

  private func sort(
    _ rows: Range<Int>,
    _ block: Int,
    _ dealt: Dealt<Key>,
    _ inner: CodeFiller,
    _ values: ValueFiller,
    _ misfits: inout [Sorted.Misfit]
  ) -> Int {
    let keys = dealt.keys.start + rows.lowerBound
    let sorter = RadixSorter<Key>(keys, count: rows.count)
    let records = sorter.sorted(bits: layout.bits, lowBits: layout.bitsInRun)
    let cents = dealt.values.start + rows.lowerBound
    orderTies(records, count: rows.count, by: cents)
    let firstSlice = block * shape.slicesPerBlock
    var runs = 0
    var run = Key.max
    for index in 0..<rows.count {
      let record = records[index]
      keys[index] = record.key
      if record.key >> Key(layout.bitsInRun) != run {
        run = record.key >> Key(layout.bitsInRun)
        runs += 1
      }
      let row = rows.lowerBound + index
      inner.put(layout.inner.code(record.key), at: row)
      let value = cents[Int(record.place)]
      if !values.put(value, at: row) {
        misfits.append(
          Sorted.Misfit(
            row: UInt32(row),
            slice: UInt32(firstSlice + layout.slice.code(record.key)),
            line: UInt32(layout.line.code(record.key)),
            value: value
          )
        )
      }
    }
    return runs
  }

  /// Rows that came several times lie by their values, whatever thread read them first.
  private func orderTies(
    _ records: UnsafeMutablePointer<SortRecord<Key>>,
    count: Int,
    by values: UnsafeMutablePointer<Int64>
  ) {
    var start = 0
    for index in 1..<max(count, 1) where records[index].key == records[index - 1].key {
      if index - 1 < start { continue }
      start = index - 1
      var end = index + 1
      while end < count, records[end].key == records[start].key { end += 1 }
      var ties = UnsafeMutableBufferPointer(start: records + start, count: end - start)
      ties.sort { values[Int($0.place)] < values[Int($1.place)] }
      start = end
    }
  }
}
