import Synchronization

/// Reads a CSV file piece by piece on several threads, each from its own place.
struct CSVReader: CSVInput {
  private let file: File
  private let size: Int
  /// Where the first line after the header begins.
  private let start: Int
  let header: [String]

  /// Bytes of one piece, and those read after it to end its last line.
  private static let pieceSize = 1 << 20
  /// Pieces between two questions whether to go on.
  private static let piecesPerRound = 32

  init(_ file: File, separator: UInt8) throws(StoreError) {
    self.file = file
    size = try file.size
    var head = [UInt8](repeating: 0, count: min(size, CSVHeader.longestLine))
    let count = try file.readAll(&head)
    let line = try CSVHeader(head[..<count], separator: separator, path: file.path)
    header = line.names
    start = line.end
  }

  /// Hands all lines to the parsers, one a thread; `isCancelled` and `progress` are called between
  /// rounds, on the calling thread.
  func read(
    _ parsers: [LineParser],
    progress: (ImportProgress) -> Void,
    isCancelled: () -> Bool
  ) throws(StoreError) -> CSVImportReport {
    let pieceCount = (size - start + Self.pieceSize - 1) / Self.pieceSize
    let pieces = Mutex([LineParser.Piece](repeating: LineParser.Piece(), count: pieceCount))
    let failure = Mutex<StoreError?>(nil)
    let buffers = parsers.map { _ in
      MutableBlock<UInt8>(count: Self.pieceSize + CSVHeader.longestLine + 64)
    }
    var first = 0
    while first < pieceCount {
      if isCancelled() { throw .cancelled }
      let round = first..<min(first + Self.piecesPerRound, pieceCount)
      Threads(parsers.count).share(round.count) { worker, number in
        do throws(StoreError) {
          let piece = try read(round.lowerBound + number, buffers[worker], parsers[worker])
          pieces.withLock { $0[round.lowerBound + number] = piece }
          return true
        } catch {
          failure.withLock { $0 = error }
          return false
        }
      }
      if let failure = failure.withLock({ $0 }) { throw failure }
      first = round.upperBound
      progress(
        ImportProgress(
          stage: .reading,
          bytesRead: min(start + first * Self.pieceSize, size),
          byteCount: size,
          rowCount: parsers.reduce(0) { $0 + $1.rowCount }
        )
      )
    }
    var report = CSVImportReport()
    report.byteCount = size
    report.lineCount = 1
    for piece in pieces.withLock({ $0 }) { report.add(piece) }
    report.rowCount = parsers.reduce(0) { $0 + $1.rowCount }
    return report
  }

  /// Reads the lines that begin in a piece.
  private func read(
    _ number: Int,
    _ buffer: MutableBlock<UInt8>,
    _ parser: LineParser
  ) throws(StoreError) -> LineParser.Piece {
    let from = start + number * Self.pieceSize
    let to = min(from + Self.pieceSize, size)
    // One byte before tells whether a line begins here.
    let origin = from - 1
    let wanted = min(to + CSVHeader.longestLine, size) - origin
    let count = try file.read(
      into: UnsafeMutableRawBufferPointer(start: buffer.start, count: wanted),
      at: origin
    )
    let bytes = buffer.start
    for extra in 0..<64 { bytes[count + extra] = 0 }
    var lineStart = 1
    if number > 0 {
      lineStart = 0
      while lineStart < count, bytes[lineStart] != 0x0A { lineStart += 1 }
      lineStart += 1
    }
    var lineEnd = min(to - origin, count)
    guard lineStart < lineEnd else { return LineParser.Piece() }
    while lineEnd < count, bytes[lineEnd - 1] != 0x0A { lineEnd += 1 }
    if bytes[lineEnd - 1] != 0x0A {
      guard origin + lineEnd == size else { return tooLong(bytes, lineStart, lineEnd, parser) }
      // The last line of the file needs no line break of its own.
      bytes[lineEnd] = 0x0A
      lineEnd += 1
    }
    return parser.parse(bytes, from: lineStart, to: lineEnd)
  }

  /// The lines of a piece whose last one does not end within reach; that line is refused.
  private func tooLong(
    _ bytes: UnsafeMutablePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ parser: LineParser
  ) -> LineParser.Piece {
    var lastStart = end
    while lastStart > start, bytes[lastStart - 1] != 0x0A { lastStart -= 1 }
    var piece = parser.parse(bytes, from: start, to: lastStart)
    if piece.refusals.count < CSVImportReport.mostRefusals {
      piece.refusals.append(CSVImportReport.Refusal(line: piece.lineCount, reason: .tooLong))
    }
    piece.refusedCount += 1
    piece.lineCount += 1
    return piece
  }
}

extension File {
  /// Fills an array from the beginning of the file.
  fileprivate func readAll(_ bytes: inout [UInt8]) throws(StoreError) -> Int {
    let result = bytes.withUnsafeMutableBytes { buffer -> Result<Int, StoreError> in
      Result { () throws(StoreError) in try read(into: buffer, at: 0) }
    }
    return try result.get()
  }
}
