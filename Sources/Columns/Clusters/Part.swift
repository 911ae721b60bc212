/// Rows that are ordered and written together, usually those of one year.
final class Part: Sendable {
  /// What sets the part's rows apart: `2024`.
  let label: String
  let shape: Shape
  let rowCount: Int
  let slicesPerBlock: Int
  /// For each slice its first row; one more at the end.
  let sliceRows: Block<UInt32>
  /// Codes of the line column, ascending in every slice.
  let lines: CodeBlock
  let inner: CodeBlock
  /// Least and greatest code in the inner column.
  let innerRange: ClosedRange<Int>
  let values: ValueBlock
  let exceptions: Exceptions
  /// The sum of all values without their signs.
  let magnitude: UInt64
  /// The columns that the order does not name, by their place in ``Shape/loose``.
  let loose: [LooseColumn]
  let rollups: [Rollup]
  /// What there is beside the values, where the table has quantities.
  let quantities: Quantities?

  init(
    label: String,
    shape: Shape,
    rowCount: Int,
    sliceRows: Block<UInt32>,
    lines: CodeBlock,
    inner: CodeBlock,
    innerRange: ClosedRange<Int>,
    values: ValueBlock,
    exceptions: Exceptions,
    magnitude: UInt64,
    loose: [LooseColumn],
    rollups: [Rollup],
    quantities: Quantities?
  ) {
    self.label = label
    self.shape = shape
    self.rowCount = rowCount
    self.sliceRows = sliceRows
    self.lines = lines
    self.inner = inner
    self.innerRange = innerRange
    self.values = values
    self.exceptions = exceptions
    self.magnitude = magnitude
    self.loose = loose
    self.rollups = rollups
    self.quantities = quantities
    slicesPerBlock = shape.slicesPerBlock
  }

  /// The same rows with sums beside them.
  func with(_ rollups: [Rollup]) -> Part {
    Part(
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
      rollups: rollups,
      quantities: quantities
    )
  }

  /// The rows of some slices that follow each other.
  func rows(ofSlices slices: Range<Int>) -> Range<Int> {
    Int(sliceRows[slices.lowerBound])..<Int(sliceRows[slices.upperBound])
  }

  /// Bytes of the columns, without rollups.
  var byteCount: Int {
    sliceRows.byteCount + lines.byteCount + inner.byteCount + values.byteCount
      + exceptions.byteCount + loose.reduce(0) { $0 + $1.byteCount }
  }
}

/// A column outside the order of the rows.
enum LooseColumn: Sendable {
  /// One code for the whole part.
  case constant(Int)
  case codes(CodeBlock)

  subscript(row: Int) -> Int {
    switch self {
    case .constant(let code): code
    case .codes(let block): block[row]
    }
  }

  var byteCount: Int {
    switch self {
    case .constant: 0
    case .codes(let block): block.byteCount
    }
  }
}

/// Codes at the width that their cardinality needs.
enum CodeBlock: Sendable {
  case narrow(Block<UInt8>)
  case middle(Block<UInt16>)
  case wide(Block<UInt32>)

  subscript(row: Int) -> Int {
    switch self {
    case .narrow(let block): Int(block[row])
    case .middle(let block): Int(block[row])
    case .wide(let block): Int(block[row])
    }
  }

  var byteCount: Int {
    switch self {
    case .narrow(let block): block.byteCount
    case .middle(let block): block.byteCount
    case .wide(let block): block.byteCount
    }
  }

  func isSound(_ rows: Range<Int>) -> Bool {
    switch self {
    case .narrow(let block): block.isSound(rows)
    case .middle(let block): block.isSound(rows)
    case .wide(let block): block.isSound(rows)
    }
  }
}

/// The values of a part as whole numbers of its table's unit, where they are positive and fit.
///
/// Other rows hold zero here and their value among the ``Exceptions``.
enum ValueBlock: Sendable {
  case narrow(Block<UInt32>)
  case wide(Block<UInt64>)

  subscript(row: Int) -> Int64 {
    switch self {
    case .narrow(let block): Int64(block[row])
    case .wide(let block): Int64(bitPattern: block[row])
    }
  }

  var byteCount: Int {
    switch self {
    case .narrow(let block): block.byteCount
    case .wide(let block): block.byteCount
    }
  }

  func isSound(_ rows: Range<Int>) -> Bool {
    switch self {
    case .narrow(let block): block.isSound(rows)
    case .wide(let block): block.isSound(rows)
    }
  }
}

/// The rows whose values do not fit the column of values, in ascending order.
struct Exceptions: Sendable {
  let rows: Block<UInt32>
  let slices: Block<UInt32>
  let lines: Block<UInt32>
  let values: Block<Int64>
  /// Whether some value is zero or less, so that a group of such rows may sum to nothing.
  let hasNonPositive: Bool
  /// Rows may hold zero without being an exception, as those without a quantity do.
  var allowsBlanks = false

  var count: Int { rows.count }

  var byteCount: Int {
    rows.byteCount + slices.byteCount + lines.byteCount + values.byteCount
  }

  /// The value of a row that has none in its column, zero for a blank; nil where it has none here
  /// either, as may be in a file that was not written by this program.
  func value(ofRow row: Int) -> Int64? {
    let position = position(ofRow: row)
    guard position < count, rows.start[position] == row else { return allowsBlanks ? 0 : nil }
    return values.start[position]
  }

  /// The exceptions from a row on.
  func position(ofRow row: Int) -> Int {
    partition(0..<count) { Int(rows.start[$0]) >= row }
  }
}

/// The first position in a range from which on the condition holds, or its end.
@inline(__always)
func partition(_ range: Range<Int>, _ holds: (Int) -> Bool) -> Int {
  var low = range.lowerBound
  var high = range.upperBound
  while low < high {
    let middle = (low + high) >> 1
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
