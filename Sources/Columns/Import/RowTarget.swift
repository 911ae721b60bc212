/// Where one thread puts its rows: an open batch for each part.
final class RowTarget {
  private let sink: RowSink
  private let texts: TextCodes
  private let partColumn: Int
  private let columnCount: Int
  /// For each code of the part column the number of its part; -1 where not yet known.
  private var parts: [Int] = []
  private var open: [RowBatch<UInt16>?] = []
  private(set) var finishedRows = 0

  // The batch that rows go to at present, taken apart.
  private var batch: RowBatch<UInt16>?
  private var part = -1
  private var code: UInt16 = .max
  private var row = 0
  private let columns: UnsafeMutablePointer<UnsafeMutablePointer<UInt16>?>
  private var values: UnsafeMutablePointer<Int64>?
  private var quantities: UnsafeMutablePointer<Int64>?

  init(_ sink: RowSink, _ texts: TextCodes, partColumn: Int, columnCount: Int) {
    self.sink = sink
    self.texts = texts
    self.partColumn = partColumn
    self.columnCount = columnCount
    columns = .allocate(capacity: columnCount)
    columns.initialize(repeating: nil, count: columnCount)
  }

  deinit { columns.deallocate() }

  var rowCount: Int { finishedRows + row }

  @inline(__always)
  func put(_ codes: UnsafeMutablePointer<UInt16>, _ value: Int64, quantity: Int64) {
    if codes[partColumn] != code || row == RowSink.batchRows { turn(to: codes[partColumn]) }
    for column in 0..<columnCount {
      if let target = columns[column] { target[row] = codes[column] }
    }
    values?[row] = value
    quantities?[row] = quantity
    row += 1
  }

  func finish() {
    putBack()
    for (part, batch) in open.enumerated() {
      if let batch, batch.count > 0 { sink.take(batch, part: part) }
    }
    open = []
  }

  /// Makes the batch of a code's part the present one.
  @inline(never)
  private func turn(to newCode: UInt16) {
    code = newCode
    let newPart = part(of: newCode)
    if newPart == part, row < RowSink.batchRows { return }
    putBack()
    part = newPart
    while open.count <= part { open.append(nil) }
    let next = open[part] ?? sink.emptyBatch
    open[part] = next
    batch = next
    finishedRows -= next.count
    row = next.count
    values = next.values.start
    quantities = next.quantities?.start
    for column in 0..<columnCount { columns[column] = next.codes[column]?.start }
  }

  /// Leaves the present batch, and hands it over if it is full.
  private func putBack() {
    guard let batch else { return }
    batch.count = row
    finishedRows += row
    if batch.isFull {
      sink.take(batch, part: part)
      open[part] = nil
    }
    self.batch = nil
    row = 0
    part = -1
  }

  private func part(of code: UInt16) -> Int {
    let code = Int(code)
    if code < parts.count, parts[code] >= 0 { return parts[code] }
    while parts.count <= code { parts.append(-1) }
    parts[code] = texts.part(of: UInt16(code))
    return parts[code]
  }
}
