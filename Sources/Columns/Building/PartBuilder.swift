/// Puts rows into the order of a table and makes a part of them.
///
/// Rows are first dealt out to their blocks, then every block is sorted on its own, so that both
/// steps work in the cache and on all cores.
struct PartBuilder<
  Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable,
  Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable
>: Sendable {
  let shape: Shape
  let layout: KeyLayout
  let batches: [RowBatch<Code>]
  /// For each key column what each code of the batches becomes; nil: itself.
  let translations: [[UInt32]?]
  let threads: Threads
  let rowCount: Int

  /// Whether there is a column of quantities beside the values.
  var hasQuantities: Bool { batches.first?.quantities != nil }

  /// Values are wider than 32 bits where more than one row in so many would be an exception.
  static var rowsPerException: Int { 16 }

  func build(label: String, isRolledUp: Bool) throws(StoreError) -> Part {
    guard rowCount < 1 << 32 else { throw .tooManyRows(part: label) }
    let tally = try Tally(batches.map { ($0.values, $0.count) })
    let quantityTally = try Tally(
      batches.compactMap { batch in batch.quantities.map { ($0, batch.count) } }
    )
    let mostExceptions = rowCount / Self.rowsPerException
    let dealt = deal()
    let sorted = sort(
      dealt,
      isWide: tally.wideCount > mostExceptions,
      areQuantitiesWide: quantityTally.wideCount > mostExceptions
    )
    let part = Part(
      label: label,
      shape: shape,
      rowCount: rowCount,
      sliceRows: sorted.sliceRows.finished(),
      lines: sorted.lines.finished,
      inner: sorted.inner.finished,
      innerRange: innerRange,
      values: sorted.values.finished,
      exceptions: Sorted.exceptions(sorted.misfits),
      magnitude: tally.magnitude,
      loose: loose(dealt),
      rollups: [],
      quantities: sorted.quantities.map { quantities in
        Quantities(
          values: quantities.finished,
          exceptions: Sorted.exceptions(sorted.quantityMisfits, allowsBlanks: true),
          magnitude: quantityTally.magnitude,
          blankCount: quantityTally.zeroCount
        )
      }
    )
    return isRolledUp ? part.with(rollups(of: part, threads)) : part
  }

  /// Least and greatest code of the inner column.
  private var innerRange: ClosedRange<Int> {
    let column = shape.order.inner
    let finals =
      translations[column] ?? (0..<UInt32(max(shape.cardinalities[column], 1))).map { $0 }
    var isUsed = [Bool](repeating: false, count: finals.count)
    for batch in batches where batch.count > 0 {
      guard let codes = batch.codes[column]?.start else { return 0...0 }
      for row in 0..<batch.count { isUsed[Int(codes[row])] = true }
    }
    let used = zip(finals, isUsed).filter(\.1).map { Int($0.0) }
    guard let least = used.min(), let greatest = used.max() else { return 0...0 }
    return least...greatest
  }

  private func loose(_ dealt: Dealt<Key>) -> [LooseColumn] {
    layout.loose.map { field in
      if shape.cardinalities[field.column] <= 1 || rowCount == 0 { return .constant(0) }
      let codes = CodeFiller(count: rowCount, cardinality: shape.cardinalities[field.column])
      let pen = codes.pen
      var isConstant = true
      let first = field.code(dealt.keys.start[0])
      for row in 0..<rowCount {
        let code = field.code(dealt.keys.start[row])
        isConstant = isConstant && code == first
        pen.put(code, at: row)
      }
      return isConstant ? .constant(first) : .codes(codes.finished)
    }
  }
}

/// Makes a part of rows, at the widths that its shape asks for.
func buildPart<Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
  label: String,
  shape: Shape,
  batches: [RowBatch<Code>],
  translations: [[UInt32]?],
  isRolledUp: Bool,
  threads: Threads
) throws(StoreError) -> Part {
  let layout = try KeyLayout(shape)
  let rowCount = batches.reduce(0) { $0 + $1.count }
  if layout.bits < UInt32.bitWidth {
    let builder = PartBuilder<Code, UInt32>(
      shape: shape,
      layout: layout,
      batches: batches,
      translations: translations,
      threads: threads,
      rowCount: rowCount
    )
    return try builder.build(label: label, isRolledUp: isRolledUp)
  }
  let builder = PartBuilder<Code, UInt64>(
    shape: shape,
    layout: layout,
    batches: batches,
    translations: translations,
    threads: threads,
    rowCount: rowCount
  )
  return try builder.build(label: label, isRolledUp: isRolledUp)
}

/// What has to be known about values before they find their places.
private struct Tally {
  var magnitude: UInt64 = 0
  var wideCount = 0
  var zeroCount = 0

  /// Values lie behind each other in columns; of each the first so many count.
  init(_ columns: [(column: MutableBlock<Int64>, count: Int)]) throws(StoreError) {
    for (column, count) in columns {
      for row in 0..<count {
        let value = column.start[row]
        let (sum, overflow) = magnitude.addingReportingOverflow(value.magnitude)
        guard !overflow, sum <= UInt64(Int64.max) else { throw .sumTooLarge }
        magnitude = sum
        if value > Int64(UInt32.max) { wideCount += 1 }
        if value == 0 { zeroCount += 1 }
      }
    }
  }
}
