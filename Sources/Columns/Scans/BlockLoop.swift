/// The loops over the rows of one block of a part, for one width of codes and of values.
struct BlockLoop<Inner: FixedWidthInteger, Value: FixedWidthInteger> {
  let inner: UnsafePointer<Inner>
  let values: UnsafePointer<Value>
  /// For each code of the inner column its place.
  let places: UnsafePointer<Int32>
  let step: BlockStep
  let selection: SpanSelection

  /// Adds a block's rows; nil where the bytes are damaged.
  func run(
    _ block: Int,
    base: Int,
    cells: UnsafeMutablePointer<Int64>
  ) -> SpanSelection.Count? {
    let (inner, values, places) = (inner, values, places)
    switch step {
    case .total:
      return selection.eachSpan(of: block, base) { rows, cell in
        var sum: UInt64 = 0
        for row in rows { sum &+= UInt64(truncatingIfNeeded: values[row]) }
        cells[cell] &+= Int64(bitPattern: sum)
      }
    case .shifted(let shift):
      return selection.eachSpan(of: block, base) { rows, cell in
        let target = cells + (cell - shift)
        for row in rows {
          target[Int(inner[row])] &+= Int64(truncatingIfNeeded: values[row])
        }
      }
    case .looked:
      return selection.eachSpan(of: block, base) { rows, cell in
        let target = cells + cell
        for row in rows {
          target[Int(places[Int(inner[row])])] &+= Int64(truncatingIfNeeded: values[row])
        }
      }
    }
  }
}

/// How a row finds its cell among those of its run.
enum BlockStep: BitwiseCopyable {
  /// All rows of a span add to one cell.
  case total
  /// The code of the inner column, moved, is the place.
  case shifted(Int)
  /// The place is looked up, code by code.
  case looked
}
