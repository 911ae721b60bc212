/// The rollups of a part that are worth their bytes.
func rollups(of part: Part, _ threads: Threads) -> [Rollup] {
  var rollups: [Rollup] = []
  for positions in part.shape.rollupPositions {
    let extents = positions.map { part.shape.extent($0, inner: part.innerRange) }
    var cells: Int? = 1
    for extent in extents {
      let (product, overflow) = (cells ?? 0).multipliedReportingOverflow(by: extent)
      let isWorthIt = !overflow && product <= part.rowCount * Rollup.mostCellsPerRow
      cells = cells != nil && isWorthIt ? product : nil
    }
    guard let cells else { continue }
    // Sums of sums take less than sums of rows.
    let finer = rollups.filter { finer in positions.allSatisfy(finer.positions.contains) }
      .min { $0.cells.count < $1.cells.count }
    rollups.append(
      finer?.summed(by: positions, extents, cellCount: cells)
        ?? rollup(of: part, positions, extents, cellCount: cells, threads)
    )
  }
  return rollups
}

extension Rollup {
  /// The sums by some of the columns.
  fileprivate func summed(by kept: [Int], _ keptExtents: [Int], cellCount: Int) -> Rollup {
    let columnCount = (positions.last ?? 0) + 1
    let targets = strides(kept, keptExtents, columnCount: columnCount)
    let sources = strides(positions, extents, columnCount: columnCount)
    let sums = MutableBlock<Int64>(count: cellCount)
    func add(_ depth: Int, from source: Int, to target: Int) {
      guard depth < positions.count else { return sums.start[target] &+= cells.start[source] }
      let position = positions[depth]
      for code in 0..<extents[depth] {
        add(
          depth + 1,
          from: source + code * sources[position],
          to: target + code * targets[position]
        )
      }
    }
    add(0, from: 0, to: 0)
    return Rollup(positions: kept, extents: keptExtents, cells: sums.finished())
  }
}

/// Adds up the rows of a part by some columns of its order.
///
/// Blocks share the cells where they lie apart by block; else every worker has cells of its own.
private func rollup(
  of part: Part,
  _ positions: [Int],
  _ extents: [Int],
  cellCount: Int,
  _ threads: Threads
) -> Rollup {
  let shape = part.shape
  let outerCount = shape.order.outer.count
  let isApart = positions.starts(with: 0..<outerCount - 1)
  let workers = isApart ? 1 : threads.count
  let cells = (0..<workers).map { _ in MutableBlock<Int64>(count: cellCount) }
  let strides = strides(positions, extents, columnCount: outerCount + 2)
  let (lineStride, innerStride) = (strides[outerCount], strides[outerCount + 1])
  let firstInner = part.innerRange.lowerBound
  threads.share(shape.blockCount) { worker, block in
    let target = cells[isApart ? 0 : worker].start
    let slices = block * shape.slicesPerBlock..<(block + 1) * shape.slicesPerBlock
    for slice in slices where !part.rows(ofSlices: slice..<slice + 1).isEmpty {
      let codes = shape.outerCodes(ofSlice: slice)
      var base = -firstInner * innerStride
      for position in 0..<outerCount { base += codes[position] * strides[position] }
      part.addRows(ofSlice: slice, base, lineStride, innerStride, to: target)
    }
    return true
  }
  for extra in cells.dropFirst() {
    for cell in 0..<cellCount { cells[0].start[cell] &+= extra.start[cell] }
  }
  let exceptions = part.exceptions
  for position in 0..<exceptions.count {
    let codes = shape.outerCodes(ofSlice: Int(exceptions.slices[position]))
    var cell = 0
    for outer in 0..<outerCount { cell += codes[outer] * strides[outer] }
    cell += Int(exceptions.lines[position]) * lineStride
    cell += (part.inner[Int(exceptions.rows[position])] - firstInner) * innerStride
    cells[0].start[cell] &+= exceptions.values[position]
  }
  return Rollup(positions: positions, extents: extents, cells: cells[0].finished())
}

/// For each column of the order how far apart its codes lie in the cells; 0 where it is summed up.
private func strides(_ positions: [Int], _ extents: [Int], columnCount: Int) -> [Int] {
  var strides = [Int](repeating: 0, count: columnCount)
  var stride = 1
  for (position, extent) in zip(positions, extents).reversed() {
    strides[position] = stride
    stride *= extent
  }
  return strides
}

extension Part {
  /// Adds the rows of a slice to the cells of a rollup.
  fileprivate func addRows(
    ofSlice slice: Int,
    _ base: Int,
    _ lineStride: Int,
    _ innerStride: Int,
    to target: UnsafeMutablePointer<Int64>
  ) {
    let rows = rows(ofSlices: slice..<slice + 1)
    @inline(__always)
    func add<Line: FixedWidthInteger, Inner: FixedWidthInteger, Value: FixedWidthInteger>(
      _ lines: Block<Line>,
      _ inner: Block<Inner>,
      _ values: Block<Value>
    ) {
      let (lines, inner, values) = (lines.start, inner.start, values.start)
      for row in rows {
        let cell = base + Int(lines[row]) * lineStride + Int(inner[row]) * innerStride
        target[cell] &+= Int64(truncatingIfNeeded: values[row])
      }
    }
    switch (lines, inner, values) {
    case (.middle(let lines), .narrow(let inner), .narrow(let values)): add(lines, inner, values)
    case (.middle(let lines), .narrow(let inner), .wide(let values)): add(lines, inner, values)
    case (.middle(let lines), .middle(let inner), .narrow(let values)): add(lines, inner, values)
    case (.middle(let lines), .middle(let inner), .wide(let values)): add(lines, inner, values)
    case (.wide(let lines), .narrow(let inner), .narrow(let values)): add(lines, inner, values)
    case (.wide(let lines), .narrow(let inner), .wide(let values)): add(lines, inner, values)
    case (.wide(let lines), .middle(let inner), .narrow(let values)): add(lines, inner, values)
    case (.wide(let lines), .middle(let inner), .wide(let values)): add(lines, inner, values)
    default: preconditionFailure("lines take two or four bytes, inner codes one or two")
    }
  }
}
