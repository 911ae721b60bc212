/// The loops over the rows of one block of a part, for one width of codes and of values.
struct BlockLoop<Inner: FixedWidthInteger, Value: FixedWidthInteger> {
  let part: Part
  /// For each code of the inner column its place.
  let places: [Int32]
  let inner: UnsafePointer<Inner>
  let values: UnsafePointer<Value>
  /// What a block's rows do to the cells.
  let step: Step
  let selection: BlockSelection

  /// How a row finds its cell among those of its run.
  enum Step {
    /// All rows of a span add to one cell.
    case total
    /// The code of the inner column, moved, is the place.
    case shifted(Int)
    /// The place is looked up, code by code.
    case looked
  }

  /// Adds a block's rows; false where the bytes are damaged.
  func run(_ block: Int, base: Int, cells: UnsafeMutablePointer<Int64>, _ report: inout ScanReport)
    -> Bool
  {
    let (inner, values) = (inner, values)
    switch step {
    case .total:
      return selection.eachSpan(of: block, in: part, base, &report) { rows, cell in
        var sum: UInt64 = 0
        for row in rows { sum &+= UInt64(truncatingIfNeeded: values[row]) }
        cells[cell] &+= Int64(bitPattern: sum)
      }
    case .shifted(let shift):
      return selection.eachSpan(of: block, in: part, base, &report) { rows, cell in
        let target = cells + (cell - shift)
        for row in rows {
          target[Int(inner[row])] &+= Int64(truncatingIfNeeded: values[row])
        }
      }
    case .looked:
      return places.withUnsafeBufferPointer { places in
        selection.eachSpan(of: block, in: part, base, &report) { rows, cell in
          let target = cells + cell
          for row in rows {
            target[Int(places[Int(inner[row])])] &+= Int64(truncatingIfNeeded: values[row])
          }
        }
      }
    }
  }
}
