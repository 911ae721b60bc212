extension StoredPart {
  /// The part in a mapped store.
  ///
  /// Slices and exceptions are compared with their checksums here, and looked at whether they point
  /// to rows and codes that there are; they are small. All other columns are compared page by page
  /// when a scan first touches them.
  func part(in memory: Memory, order: ClusterOrder) throws(ByteReader.Malformed) -> Part {
    guard let shape = try? Shape(order, cardinalities: cardinalities),
      rowCount == 0 || cardinalities.allSatisfy({ $0 > 0 }), rowCount <= Int(UInt32.max),
      innerRange.upperBound < max(cardinalities[order.inner], 1),
      looseCodes.count == shape.loose.count
    else { throw ByteReader.Malformed() }
    let lineCount = cardinalities[order.line]
    var cursor = Cursor(sections: sections[...], memory: memory)
    let sliceRows: Block<UInt32> = try cursor.block(shape.sliceCount + 1, isChecked: true)
    let lines = try cursor.codes(rowCount, below: lineCount, asIfBelow: max(lineCount, 0x101))
    let inner = try cursor.codes(rowCount, in: innerRange, asIfBelow: cardinalities[order.inner])
    let values = try cursor.values(rowCount, isWide: isWide)
    let exceptions = try cursor.exceptions(exceptionCount, hasNonPositive: hasNonPositive)
    guard sliceRows.ascend(to: rowCount), exceptions.lie(in: sliceRows, linesBelow: lineCount)
    else {
      throw ByteReader.Malformed()
    }
    var loose: [LooseColumn] = []
    for (column, code) in zip(shape.loose, looseCodes) {
      let cardinality = cardinalities[column]
      guard code < max(cardinality, 1) else { throw ByteReader.Malformed() }
      loose.append(
        code >= 0
          ? .constant(code)
          : .codes(try cursor.codes(rowCount, below: cardinality, asIfBelow: cardinality))
      )
    }
    var mappedRollups: [Rollup] = []
    for (positions, extents) in rollups {
      mappedRollups.append(try cursor.rollup(positions, extents, shape, innerRange))
    }
    var mappedQuantities: Quantities?
    if let quantities {
      mappedQuantities = try cursor.quantities(quantities, rowCount: rowCount)
      guard mappedQuantities?.exceptions.lie(in: sliceRows, linesBelow: lineCount) == true else {
        throw ByteReader.Malformed()
      }
    }
    guard cursor.sections.isEmpty else { throw ByteReader.Malformed() }
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
      rollups: mappedRollups,
      quantities: mappedQuantities
    )
  }

  /// Takes the sections of a part one after the other.
  private struct Cursor {
    var sections: ArraySlice<Section>
    let memory: Memory

    mutating func block<Element>(
      _ count: Int,
      codes: ClosedRange<Int>? = nil,
      isChecked: Bool = false
    ) throws(ByteReader.Malformed) -> Block<Element> {
      let stride = MemoryLayout<Element>.stride
      guard let section = sections.popFirst(), section.byteCount / stride == count,
        section.byteCount % stride == 0
      else { throw ByteReader.Malformed() }
      let seal = Seal(
        memory: memory,
        offset: section.offset,
        byteCount: section.paddedByteCount,
        checksums: section.checksums,
        codes: codes.map {
          CodeRange(
            width: stride,
            codes: UInt32(clamping: $0.lowerBound)...UInt32(clamping: $0.upperBound),
            byteCount: section.byteCount
          )
        }
      )
      let block = Block<Element>(memory, offset: section.offset, count: count, seal: seal)
      if isChecked, !block.isSound(0..<count) { throw ByteReader.Malformed() }
      return block
    }

    mutating func values(
      _ count: Int,
      isWide: Bool
    ) throws(ByteReader.Malformed) -> ValueBlock {
      isWide ? .wide(try block(count)) : .narrow(try block(count))
    }

    mutating func exceptions(
      _ count: Int,
      hasNonPositive: Bool,
      allowsBlanks: Bool = false
    ) throws(ByteReader.Malformed) -> Exceptions {
      Exceptions(
        rows: try block(count, isChecked: true),
        slices: try block(count, isChecked: true),
        lines: try block(count, isChecked: true),
        values: try block(count, isChecked: true),
        hasNonPositive: hasNonPositive,
        allowsBlanks: allowsBlanks
      )
    }

    mutating func quantities(
      _ stored: StoredQuantities,
      rowCount: Int
    ) throws(ByteReader.Malformed) -> Quantities {
      Quantities(
        values: try values(rowCount, isWide: stored.isWide),
        exceptions: try exceptions(
          stored.exceptionCount,
          hasNonPositive: stored.hasNonPositive,
          allowsBlanks: true
        ),
        magnitude: stored.magnitude,
        blankCount: stored.blankCount
      )
    }

    /// Codes of a range, at the width of a column with some cardinality.
    mutating func codes(
      _ count: Int,
      in range: ClosedRange<Int>,
      asIfBelow cardinality: Int
    ) throws(ByteReader.Malformed) -> CodeBlock {
      switch cardinality {
      case ...0x100: .narrow(try block(count, codes: range))
      case ...0x1_0000: .middle(try block(count, codes: range))
      default: .wide(try block(count, codes: range))
      }
    }

    mutating func codes(
      _ count: Int,
      below limit: Int,
      asIfBelow cardinality: Int
    ) throws(ByteReader.Malformed) -> CodeBlock {
      try codes(count, in: 0...max(limit - 1, 0), asIfBelow: cardinality)
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
      var count = 1
      for extent in extents {
        let (product, overflow) = count.multipliedReportingOverflow(by: extent)
        guard !overflow else { throw ByteReader.Malformed() }
        count = product
      }
      let cells: Block<Int64> = try block(count)
      return Rollup(positions: positions, extents: extents, cells: cells)
    }
  }
}

extension Block<UInt32> {
  /// Whether these first rows of slices begin at zero, never fall, and end with a number of rows.
  fileprivate func ascend(to rowCount: Int) -> Bool {
    guard start[0] == 0, start[count - 1] == rowCount else { return false }
    var falls = 0
    for slice in 1..<count { falls |= start[slice] < start[slice - 1] ? 1 : 0 }
    return falls == 0
  }
}

extension Exceptions {
  /// Whether all rows follow each other and lie in their slices, and all lines are codes.
  fileprivate func lie(in sliceRows: Block<UInt32>, linesBelow lineCount: Int) -> Bool {
    (0..<count).allSatisfy { position in
      let (row, slice) = (rows.start[position], Int(slices.start[position]))
      return (position == 0 || rows.start[position - 1] < row)
        && slice < sliceRows.count - 1 && sliceRows.start[slice] <= row
        && row < sliceRows.start[slice + 1] && lines.start[position] < lineCount
    }
  }
}
