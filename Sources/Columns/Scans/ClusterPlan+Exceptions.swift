extension ClusterPlan {
  /// Adds the rows whose values the columns of their parts could not hold, and marks the cells of
  /// those of zero or less, as far as the readers of parts have not; false where bytes are damaged.
  func addExceptions(to worker: ScanWorker) -> Bool {
    zip(clusters.parts, ways).allSatisfy { part, way in
      if sharesCells, way.isByBlock { return true }
      let shape = part.shape
      // Only slices from the first that may be wanted to the last.
      var (first, last) = (0, 0)
      for position in 0..<clusters.order.outer.count {
        let extent = max(shape.cardinalities[shape.order.outer[position]], 1)
        let wanted = digits[position].codes.hull
        first = first * extent + min(wanted.lowerBound, extent - 1)
        last = last * extent + min(max(wanted.upperBound - 1, 0), extent - 1)
      }
      return addExceptions(of: part, way, slices: first..<max(first, last) + 1, to: worker)
    }
  }

  /// The same for some slices of one part.
  func addExceptions(
    of part: Part,
    _ way: Way,
    slices: Range<Int>,
    to worker: ScanWorker
  ) -> Bool {
    switch way {
    case .skip: true
    case .rows:
      part.exceptions.count == 0 || add(part, slices, addsValues: true, to: worker)
    case .rollup, .blockRollup:
      !part.exceptions.hasNonPositive || add(part, slices, addsValues: false, to: worker)
    }
  }

  private func add(
    _ part: Part,
    _ wanted: Range<Int>,
    addsValues: Bool,
    to worker: ScanWorker
  ) -> Bool {
    let (slices, lines) = (part.exceptions.slices.start, part.exceptions.lines.start)
    let values = part.exceptions.values.start
    let lineDigits = digits[digits.count - 2]
    let outer = clusters.order.outer.count
    let shape = part.shape
    let range = 0..<part.exceptions.count
    let first = partition(range) { Int(slices[$0]) >= wanted.lowerBound }
    let end = partition(first..<range.upperBound) { Int(slices[$0]) >= wanted.upperBound }
    for number in first..<end {
      let value = values[number]
      let line = Int(lines[number])
      guard addsValues || value <= 0, lineDigits.passes(line),
        var cell = place(ofSlice: Int(slices[number]), in: shape)
      else { continue }
      let row = Int(part.exceptions.rows.start[number])
      guard part.inner.isSound(row..<row + 1) else { return false }
      cell += lineDigits.place(of: line) * strides[outer]
      cell += offset(outer + 1, of: part.inner[row]) ?? trash
      if addsValues { worker.cells.start[cell] &+= value }
      if value <= 0 { worker.balanced.insert(cell) }
    }
    return true
  }

  /// Where the cells of a slice begin; nil where it is not wanted.
  private func place(ofSlice slice: Int, in shape: Shape) -> Int? {
    var rest = slice
    var cell = 0
    for position in (0..<clusters.order.outer.count).reversed() {
      let extent = max(shape.cardinalities[shape.order.outer[position]], 1)
      guard let offset = offset(position, of: rest % extent) else { return nil }
      cell += offset
      rest /= extent
    }
    return cell
  }
}
