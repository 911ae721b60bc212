extension ClusterPlan {
  /// Adds the rows whose values the columns of their parts could not hold, and marks the cells of
  /// those of zero or less; false where bytes are damaged.
  func addExceptions(to worker: ScanWorker) -> Bool {
    for (part, way) in zip(clusters.parts, ways) {
      switch way {
      case .skip: continue
      case .rows where part.exceptions.count > 0:
        guard add(part, addsValues: true, to: worker) else { return false }
      case .rollup, .blockRollup:
        guard part.exceptions.hasNonPositive else { continue }
        guard add(part, addsValues: false, to: worker) else { return false }
      default: continue
      }
    }
    return true
  }

  private func add(_ part: Part, addsValues: Bool, to worker: ScanWorker) -> Bool {
    let (slices, lines) = (part.exceptions.slices.start, part.exceptions.lines.start)
    let values = part.exceptions.values.start
    let lineDigits = digits[digits.count - 2]
    let outer = clusters.order.outer.count
    let shape = part.shape
    // Only slices from the first that may be wanted to the last.
    var (firstSlice, lastSlice) = (0, 0)
    for position in 0..<outer {
      let extent = max(shape.cardinalities[shape.order.outer[position]], 1)
      let wanted = digits[position].codes.hull
      firstSlice = firstSlice * extent + min(wanted.lowerBound, extent - 1)
      lastSlice = lastSlice * extent + min(wanted.upperBound - 1, extent - 1)
    }
    let range = 0..<part.exceptions.count
    let first = partition(range) { Int(slices[$0]) >= firstSlice }
    let end = partition(first..<range.upperBound) { Int(slices[$0]) > lastSlice }
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
