/// The loops over the rows of spans, for one width of lines, of inner codes and of values.
struct RowLoop<Line: FixedWidthInteger, Inner: FixedWidthInteger, Value: FixedWidthInteger> {
  let lines: UnsafePointer<Line>
  let inner: UnsafePointer<Inner>
  let values: UnsafePointer<Value>
  let steps: RowSteps

  /// Adds the rows of all spans.
  ///
  /// Rows that follow each other often go to one cell, and would wait for each other there. Every
  /// second one goes to another set of cells, so many cells further on; 0 where there is none.
  func add(
    _ spans: UnsafeBufferPointer<RowSpan>,
    to cells: UnsafeMutablePointer<Int64>,
    _ nextCells: Int
  ) {
    let (lines, inner) = (lines, inner)
    switch (steps.line, steps.inner) {
    case (.together, .together):
      let values = values
      for span in spans {
        var sum: UInt64 = 0
        for row in Int(span.first)..<Int(span.end) {
          sum &+= UInt64(truncatingIfNeeded: values[row])
        }
        cells[Int(span.cell)] &+= Int64(bitPattern: sum)
      }
    case (.together, .even):
      eachRow(spans, cells, nextCells) { Int(inner[$0]) }
    case (.together, .looked(let places)):
      let places = places.start
      eachRow(spans, cells, nextCells) { Int(places[Int(inner[$0])]) }
    case (.even(let stride), .together):
      eachRow(spans, cells, nextCells) { Int(lines[$0]) &* stride }
    case (.even(let stride), .even):
      eachRow(spans, cells, nextCells) { Int(lines[$0]) &* stride &+ Int(inner[$0]) }
    case (.even(let stride), .looked(let places)):
      let places = places.start
      eachRow(spans, cells, nextCells) {
        Int(lines[$0]) &* stride &+ Int(places[Int(inner[$0])])
      }
    case (.looked(let offsets), .together):
      let offsets = offsets.start
      eachPassingRow(spans, cells, nextCells, offsets) { _ in 0 }
    case (.looked(let offsets), .even):
      let offsets = offsets.start
      eachPassingRow(spans, cells, nextCells, offsets) { Int(inner[$0]) }
    case (.looked(let offsets), .looked(let places)):
      let (offsets, places) = (offsets.start, places.start)
      eachPassingRow(spans, cells, nextCells, offsets) { Int(places[Int(inner[$0])]) }
    }
  }

  @inline(__always)
  private func eachRow(
    _ spans: UnsafeBufferPointer<RowSpan>,
    _ cells: UnsafeMutablePointer<Int64>,
    _ nextCells: Int,
    _ place: (Int) -> Int
  ) {
    let values = values
    for span in spans {
      let even = cells + Int(span.cell)
      let odd = even + nextCells
      var row = Int(span.first)
      let end = Int(span.end)
      while row &+ 1 < end {
        even[place(row)] &+= Int64(truncatingIfNeeded: values[row])
        odd[place(row &+ 1)] &+= Int64(truncatingIfNeeded: values[row &+ 1])
        row &+= 2
      }
      if row < end { even[place(row)] &+= Int64(truncatingIfNeeded: values[row]) }
    }
  }

  /// The same where some lines may not pass.
  @inline(__always)
  private func eachPassingRow(
    _ spans: UnsafeBufferPointer<RowSpan>,
    _ cells: UnsafeMutablePointer<Int64>,
    _ nextCells: Int,
    _ offsets: UnsafePointer<Int32>,
    _ place: (Int) -> Int
  ) {
    let (lines, values) = (lines, values)
    for span in spans {
      let even = cells + Int(span.cell)
      let odd = even + nextCells
      for row in Int(span.first)..<Int(span.end) {
        let offset = Int(offsets[Int(lines[row])])
        guard offset >= 0 else { continue }
        let target = row & 1 == 0 ? even : odd
        target[offset &+ place(row)] &+= Int64(truncatingIfNeeded: values[row])
      }
    }
  }
}
