/// The columns of sorted rows, and what the blocks found on the way.
struct Sorted: Sendable {
  /// For each slice its first row; one more at the end.
  let sliceRows: MutableBlock<UInt32>
  let lines: CodeFiller
  let inner: CodeFiller
  let values: ValueFiller
  let quantities: ValueFiller?
  /// For each block its rows that do not fit the column of values.
  var misfits: [[Misfit]]
  /// The same for the column of quantities.
  var quantityMisfits: [[Misfit]]

  struct Misfit: Sendable {
    var row: UInt32
    var slice: UInt32
    var line: UInt32
    var value: Int64
  }

  static func exceptions(_ misfits: [[Misfit]], allowsBlanks: Bool = false) -> Exceptions {
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
      hasNonPositive: all.contains { $0.value <= 0 },
      allowsBlanks: allowsBlanks
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
  func sort(_ dealt: Dealt<Key>, isWide: Bool, areQuantitiesWide: Bool) -> Sorted {
    let cardinalities = shape.cardinalities
    var sorted = Sorted(
      sliceRows: MutableBlock(count: shape.sliceCount + 1),
      lines: CodeFiller(count: rowCount, atLeastMiddle: cardinalities[shape.order.line]),
      inner: CodeFiller(count: rowCount, cardinality: cardinalities[shape.order.inner]),
      values: ValueFiller(count: rowCount, isWide: isWide),
      quantities: dealt.quantities.map { _ in
        ValueFiller(count: rowCount, isWide: areQuantitiesWide)
      },
      misfits: [[Sorted.Misfit]](repeating: [], count: shape.blockCount),
      quantityMisfits: [[Sorted.Misfit]](repeating: [], count: shape.blockCount)
    )
    let bySize = Array(0..<shape.blockCount).sorted { (left: Int, right: Int) -> Bool in
      (dealt.rows(ofBlock: right).count, left) < (dealt.rows(ofBlock: left).count, right)
    }
    let columns = sorted
    var misfits = [(values: [Sorted.Misfit], quantities: [Sorted.Misfit])](
      repeating: ([], []),
      count: shape.blockCount
    )
    misfits.withUnsafeMutableBufferPointer { misfits in
      nonisolated(unsafe) let misfits = misfits
      threads.share(shape.blockCount) { _, number in
        misfits[bySize[number]] = sort(bySize[number], dealt, into: columns)
        return true
      }
    }
    sorted.misfits = misfits.map { $0.values }
    sorted.quantityMisfits = misfits.map { $0.quantities }
    sorted.sliceRows.start[shape.sliceCount] = UInt32(rowCount)
    return sorted
  }

  /// Sorts one block and fills its part of the columns.
  private func sort(
    _ block: Int,
    _ dealt: Dealt<Key>,
    into columns: Sorted
  ) -> (values: [Sorted.Misfit], quantities: [Sorted.Misfit]) {
    let rows = dealt.rows(ofBlock: block)
    let keys = dealt.keys.start + rows.lowerBound
    let sorter = RadixSorter<Key>(keys, count: rows.count)
    let records = sorter.sorted(bits: layout.bits, lowBits: layout.bitsInRun)
    let cents = dealt.values.start + rows.lowerBound
    let amounts = dealt.quantities.map { $0.start + rows.lowerBound }
    orderTies(records, count: rows.count, by: cents, amounts)
    let (lines, inner) = (columns.lines.pen, columns.inner.pen)
    let values = columns.values.pen
    let sliceRows = columns.sliceRows.start
    let (sliceField, lineField, innerField) = (layout.slice, layout.line, layout.inner)
    let firstSlice = block * shape.slicesPerBlock
    let endSlice = firstSlice + shape.slicesPerBlock
    var nextSlice = firstSlice
    var misfits: [Sorted.Misfit] = []
    for index in 0..<rows.count {
      let record = records[index]
      let row = rows.lowerBound + index
      keys[index] = record.key
      let slice = firstSlice + sliceField.code(record.key)
      while nextSlice <= slice {
        sliceRows[nextSlice] = UInt32(row)
        nextSlice += 1
      }
      let line = lineField.code(record.key)
      lines.put(line, at: row)
      inner.put(innerField.code(record.key), at: row)
      let value = cents[Int(record.place)]
      if values.put(value, at: row) { continue }
      misfits.append(
        Sorted.Misfit(row: UInt32(row), slice: UInt32(slice), line: UInt32(line), value: value)
      )
    }
    while nextSlice < endSlice {
      sliceRows[nextSlice] = UInt32(rows.upperBound)
      nextSlice += 1
    }
    guard let amounts, let quantities = columns.quantities?.pen else { return (misfits, []) }
    var quantityMisfits: [Sorted.Misfit] = []
    for index in 0..<rows.count {
      let quantity = amounts[Int(records[index].place)]
      if quantities.put(quantity, at: rows.lowerBound + index) || quantity == 0 { continue }
      let key = records[index].key
      quantityMisfits.append(
        Sorted.Misfit(
          row: UInt32(rows.lowerBound + index),
          slice: UInt32(firstSlice + sliceField.code(key)),
          line: UInt32(lineField.code(key)),
          value: quantity
        )
      )
    }
    return (misfits, quantityMisfits)
  }

  /// Rows that came several times lie by their values and quantities, whatever thread read them
  /// first.
  private func orderTies(
    _ records: UnsafeMutablePointer<SortRecord<Key>>,
    count: Int,
    by values: UnsafeMutablePointer<Int64>,
    _ quantities: UnsafeMutablePointer<Int64>?
  ) {
    var start = 0
    for index in 1..<max(count, 1) where records[index].key == records[index - 1].key {
      if index - 1 < start { continue }
      start = index - 1
      var end = index + 1
      while end < count, records[end].key == records[start].key { end += 1 }
      var ties = UnsafeMutableBufferPointer(start: records + start, count: end - start)
      ties.sort { left, right in
        let (left, right) = (Int(left.place), Int(right.place))
        return (values[left], quantities?[left] ?? 0) < (values[right], quantities?[right] ?? 0)
      }
      start = end
    }
  }
}
