/// Some rows on their way into a part: codes and values column by column.
final class RowBatch<Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>:
  @unchecked Sendable
{
  /// For each key column its codes; nil stands for a column of zeros.
  let codes: [MutableBlock<Code>?]
  let values: MutableBlock<Int64>
  /// Zero where a row has none; nil where the table has no quantities.
  let quantities: MutableBlock<Int64>?
  let capacity: Int
  var count = 0

  /// Room for `capacity` rows; only the columns that vary take memory.
  init(varying: [Bool], capacity: Int, hasQuantities: Bool = false) {
    codes = varying.map { $0 ? MutableBlock(count: capacity) : nil }
    values = MutableBlock(count: capacity)
    quantities = hasQuantities ? MutableBlock(count: capacity) : nil
    self.capacity = capacity
  }

  var isFull: Bool { count == capacity }
}
