/// The loops over the rows of one block of a part, for one width of lines, of inner codes and of
/// values.
struct BlockLoop<
  Line: FixedWidthInteger & BitwiseCopyable,
  Inner: FixedWidthInteger,
  Value: FixedWidthInteger
> {
  let lines: UnsafePointer<Line>
  let inner: UnsafePointer<Inner>
  let values: UnsafePointer<Value>
  /// For each code of the line column its place; -1 where it does not pass.
  let lineCells: UnsafePointer<Int32>
  /// For each code of the inner column its place.
  let places: UnsafePointer<Int32>
  let step: BlockStep
  let selection: SpanSelection<Line>

  /// Adds a block's rows; nil where the bytes are damaged.
  func run(_ block: Int, base: Int, cells: UnsafeMutablePointer<Int64>) -> SpanCount? {
    step.keepsLinesApart
      ? runByLine(block, base: base, cells: cells) : runTogether(block, base: base, cells: cells)
  }

  private func runTogether(
    _ block: Int,
    base: Int,
    cells: UnsafeMutablePointer<Int64>
  ) -> SpanCount? {
    let (inner, values, places) = (inner, values, places)
    switch step.place {
    case .one:
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

  private func runByLine(
    _ block: Int,
    base: Int,
    cells: UnsafeMutablePointer<Int64>
  ) -> SpanCount? {
    let (lines, inner, values) = (lines, inner, values)
    let (lineCells, places) = (lineCells, places)
    switch step.place {
    case .one:
      return selection.eachSpan(of: block, base) { rows, cell in
        let target = cells + cell
        for row in rows {
          let line = Int(lineCells[Int(lines[row])])
          if line >= 0 { target[line] &+= Int64(truncatingIfNeeded: values[row]) }
        }
      }
    case .shifted(let shift):
      return selection.eachSpan(of: block, base) { rows, cell in
        let target = cells + (cell - shift)
        for row in rows {
          let line = Int(lineCells[Int(lines[row])])
          if line >= 0 {
            target[line + Int(inner[row])] &+= Int64(truncatingIfNeeded: values[row])
          }
        }
      }
    case .looked:
      return selection.eachSpan(of: block, base) { rows, cell in
        let target = cells + cell
        for row in rows {
          let line = Int(lineCells[Int(lines[row])])
          if line >= 0 {
            let place = line + Int(places[Int(inner[row])])
            target[place] &+= Int64(truncatingIfNeeded: values[row])
          }
        }
      }
    }
  }
}

/// How a row finds its cell among those of its slice.
struct BlockStep: BitwiseCopyable {
  /// Whether the line has a say.
  var keepsLinesApart: Bool
  var place: Place

  /// What the code of the inner column has to say.
  enum Place: BitwiseCopyable {
    /// Nothing.
    case one
    /// Moved, it is the place.
    case shifted(Int)
    /// The place is looked up, code by code.
    case looked
  }
}
