/// A part as the contents list of a store describes it.
struct StoredPart {
  var label: String
  var rowCount: Int
  var cardinalities: [Int]
  var innerRange: ClosedRange<Int>
  var magnitude: UInt64
  var isWide: Bool
  var hasNonPositive: Bool
  var exceptionCount: Int
  /// For each loose column its only code; -1 where a section has the codes.
  var looseCodes: [Int]
  var rollups: [(positions: [Int], extents: [Int])]
  /// How the quantities lie, where the table has them.
  var quantities: StoredQuantities?
  /// Directory, columns, exceptions, loose columns, rollups, quantities and their exceptions: in
  /// that order.
  var sections: [Section]

  /// Writes the columns of a part.
  init(_ part: Part, to writer: inout SectionWriter) throws(StoreError) {
    label = part.label
    rowCount = part.rowCount
    cardinalities = part.shape.cardinalities
    innerRange = part.innerRange
    magnitude = part.magnitude
    if case .wide = part.values { isWide = true } else { isWide = false }
    hasNonPositive = part.exceptions.hasNonPositive
    exceptionCount = part.exceptions.count
    looseCodes = part.loose.map { if case .constant(let code) = $0 { code } else { -1 } }
    rollups = part.rollups.map { ($0.positions, $0.extents) }
    sections = [
      try writer.write(part.sliceRows), try writer.write(part.lines),
      try writer.write(part.inner), try writer.write(part.values),
      try writer.write(part.exceptions.rows),
      try writer.write(part.exceptions.slices), try writer.write(part.exceptions.lines),
      try writer.write(part.exceptions.values),
    ]
    for case .codes(let codes) in part.loose { sections.append(try writer.write(codes)) }
    for rollup in part.rollups { sections.append(try writer.write(rollup.cells)) }
    quantities = part.quantities.map(StoredQuantities.init)
    guard let column = part.quantities else { return }
    sections += [
      try writer.write(column.values), try writer.write(column.exceptions.rows),
      try writer.write(column.exceptions.slices), try writer.write(column.exceptions.lines),
      try writer.write(column.exceptions.values),
    ]
  }

  func write(to writer: inout ByteWriter) {
    writer.put(label)
    writer.put(rowCount)
    writer.put(cardinalities)
    writer.put([innerRange.lowerBound, innerRange.upperBound])
    writer.put(magnitude)
    writer.put(isWide ? 1 : 0)
    writer.put(hasNonPositive ? 1 : 0)
    writer.put(exceptionCount)
    writer.put(looseCodes)
    writer.put(rollups.count)
    for rollup in rollups {
      writer.put(rollup.positions)
      writer.put(rollup.extents)
    }
    quantities?.write(to: &writer)
    writer.put(sections.count)
    for section in sections { section.write(to: &writer) }
  }

  init(
    from reader: inout ByteReader,
    columnsEnd: Int,
    hasQuantities: Bool
  ) throws(ByteReader.Malformed) {
    label = try reader.text()
    rowCount = try reader.count(upTo: 1 << 32)
    cardinalities = try reader.numbers()
    let range = try reader.numbers()
    guard range.count == 2, range[0] >= 0, range[0] <= range[1] else {
      throw ByteReader.Malformed()
    }
    innerRange = range[0]...range[1]
    magnitude = try reader.unsigned()
    isWide = try reader.count(upTo: 1) == 1
    hasNonPositive = try reader.count(upTo: 1) == 1
    exceptionCount = try reader.count(upTo: rowCount)
    looseCodes = try reader.numbers()
    rollups = []
    for _ in 0..<(try reader.count(upTo: 64)) {
      rollups.append((try reader.numbers(), try reader.numbers()))
    }
    quantities = hasQuantities ? try StoredQuantities(from: &reader, rowCount: rowCount) : nil
    sections = []
    for _ in 0..<(try reader.count(upTo: 1 << 16)) {
      sections.append(try Section(from: &reader, columnsEnd: columnsEnd))
    }
  }
}

/// The quantities of a part as the contents list of a store describes them.
struct StoredQuantities {
  var magnitude: UInt64
  var isWide: Bool
  var hasNonPositive: Bool
  var exceptionCount: Int
  var blankCount: Int

  init(_ quantities: Quantities) {
    magnitude = quantities.magnitude
    if case .wide = quantities.values { isWide = true } else { isWide = false }
    hasNonPositive = quantities.exceptions.hasNonPositive
    exceptionCount = quantities.exceptions.count
    blankCount = quantities.blankCount
  }

  func write(to writer: inout ByteWriter) {
    writer.put(magnitude)
    writer.put(isWide ? 1 : 0)
    writer.put(hasNonPositive ? 1 : 0)
    writer.put(exceptionCount)
    writer.put(blankCount)
  }

  init(from reader: inout ByteReader, rowCount: Int) throws(ByteReader.Malformed) {
    magnitude = try reader.unsigned()
    isWide = try reader.count(upTo: 1) == 1
    hasNonPositive = try reader.count(upTo: 1) == 1
    exceptionCount = try reader.count(upTo: rowCount)
    blankCount = try reader.count(upTo: rowCount)
  }
}
