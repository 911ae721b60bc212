extension StoredPart {
  /// The part in a mapped store.
  ///
  /// Slices and exceptions are compared with their checksums here; they are small. All other
  /// columns are compared page by page when a scan first touches them.
  func part(in memory: Memory, order: ClusterOrder) throws(ByteReader.Malformed) -> Part {
    guard let shape = try? Shape(order, cardinalities: cardinalities),
      innerRange.upperBound < max(cardinalities[order.inner], 1),
      looseCodes.count == shape.loose.count
    else { throw ByteReader.Malformed() }
    var cursor = Cursor(sections: sections[...], memory: memory)
    let sliceRows: Block<UInt32> = try cursor.block(shape.sliceCount + 1, isChecked: true)
    let lines = try cursor.codes(rowCount, cardinality: max(cardinalities[order.line], 0x101))
    let inner = try cursor.codes(rowCount, cardinality: cardinalities[order.inner])
    let values: ValueBlock =
      isWide ? .wide(try cursor.block(rowCount)) : .narrow(try cursor.block(rowCount))
    let exceptions = Exceptions(
      rows: try cursor.block(exceptionCount, isChecked: true),
      slices: try cursor.block(exceptionCount, isChecked: true),
      lines: try cursor.block(exceptionCount, isChecked: true),
      values: try cursor.block(exceptionCount, isChecked: true),
      hasNonPositive: hasNonPositive
    )
    var loose: [LooseColumn] = []
    for (column, code) in zip(shape.loose, looseCodes) {
      let isConstant = code >= 0
      loose.append(
        isConstant
          ? .constant(code)
          : .codes(try cursor.codes(rowCount, cardinality: cardinalities[column]))
      )
    }
    var mappedRollups: [Rollup] = []
    for (positions, extents) in rollups {
      mappedRollups.append(try cursor.rollup(positions, extents, shape, innerRange))
    }
    return Part(
      label: label,
      shape: shape,
      rowCount: rowCount,
      sliceRows: sliceRows,
      lines: lines,
      inner: inner,
      innerRange: innerRange,
      values: values,
      exceptions: exceptions,
      magnitude: magnitude,
      loose: loose,
      rollups: mappedRollups
    )
  }

  /// Takes the sections of a part one after the other.
  private struct Cursor {
    var sections: ArraySlice<Section>
    let memory: Memory

    mutating func block<Element>(
      _ count: Int,
      isChecked: Bool = false
    ) throws(ByteReader.Malformed) -> Block<Element> {
      guard let section = sections.popFirst(),
        section.byteCount == count * MemoryLayout<Element>.stride
      else { throw ByteReader.Malformed() }
      let seal = Seal(
        memory: memory,
        offset: section.offset,
        byteCount: section.paddedByteCount,
        checksums: section.checksums
      )
      let block = Block<Element>(memory, offset: section.offset, count: count, seal: seal)
      if isChecked, !block.isSound(0..<count) { throw ByteReader.Malformed() }
      return block
    }

    mutating func codes(
      _ count: Int,
      cardinality: Int
    ) throws(ByteReader.Malformed) -> CodeBlock {
      switch cardinality {
      case ...0x100: .narrow(try block(count))
      case ...0x1_0000: .middle(try block(count))
      default: .wide(try block(count))
      }
    }

    mutating func rollup(
      _ positions: [Int],
      _ extents: [Int],
      _ shape: Shape,
      _ inner: ClosedRange<Int>
    ) throws(ByteReader.Malformed) -> Rollup {
      let isKnown = shape.rollupPositions.contains(positions)
      guard isKnown, extents == positions.map({ shape.extent($0, inner: inner) }) else {
        throw ByteReader.Malformed()
      }
      let cells: Block<Int64> = try block(extents.reduce(1, *))
      return Rollup(positions: positions, extents: extents, cells: cells)
    }
  }
}
