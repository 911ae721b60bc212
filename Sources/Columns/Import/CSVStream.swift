import Synchronization

/// Reads a CSV file from its beginning to its end: one thread fetches what follows, the others parse
/// what is there.
final class CSVStream: CSVInput {
  let header: [String]
  private let bytes: ByteStream
  private let byteCount: Int
  private var present: Stretch
  private var following = Stretch()
  /// True where the present stretch ends in a line that is refused for its length.
  private var endsTooLong = false

  /// A stretch of the file that is in memory.
  private struct Stretch {
    static let size = 1 << 23

    let block = MutableBlock<UInt8>(count: size + 64)
    /// The bytes that are to be parsed.
    var range = 0..<0
    var isLast = false
    /// True where its first bytes end a line that was refused.
    var beginsInLine = false
  }

  init(
    _ bytes: ByteStream,
    separator: UInt8,
    isCancelled: () -> Bool
  ) throws(StoreError) {
    self.bytes = bytes
    byteCount = try bytes.file.isSeekable ? bytes.file.size : 0
    present = Stretch()
    let start = present.block.start
    let count = try bytes.fill(
      UnsafeMutableBufferPointer(start: start, count: Stretch.size),
      isCancelled: isCancelled
    )
    let head = UnsafeBufferPointer(start: start, count: min(count, CSVHeader.longestLine))
    let line = try CSVHeader(Array(head)[...], separator: separator, path: bytes.file.path)
    header = line.names
    present.range = line.end..<count
    present.isLast = count < Stretch.size
  }

  func read(
    _ parsers: [LineParser],
    progress: (ImportProgress) -> Void,
    isCancelled: () -> Bool
  ) throws(StoreError) -> CSVImportReport {
    var report = CSVImportReport()
    report.lineCount = 1
    while true {
      if isCancelled() { throw .cancelled }
      let isLast = present.isLast
      let chunks = chunks(of: wholeLines(), for: parsers.count)
      var pieces = [LineParser.Piece](repeating: LineParser.Piece(), count: chunks.count)
      let failure = Mutex<StoreError?>(nil)
      pieces.withUnsafeMutableBufferPointer { pieces in
        // Each task writes to its own place.
        nonisolated(unsafe) let pieces = pieces
        Threads(parsers.count).share(chunks.count + 1) { worker, task in
          guard task == 0 else {
            let chunk = chunks[task - 1]
            pieces[task - 1] = parsers[worker].parse(
              present.block.start,
              from: chunk.lowerBound,
              to: chunk.upperBound
            )
            return true
          }
          do throws(StoreError) {
            try fetch(isCancelled)
            return true
          } catch {
            failure.withLock { $0 = error }
            return false
          }
        }
      }
      if let failure = failure.withLock({ $0 }) { throw failure }
      for piece in pieces { report.add(piece) }
      if endsTooLong { report.add(.tooLong) }
      report.byteCount = bytes.bytesRead
      report.rowCount = parsers.reduce(0) { $0 + $1.rowCount }
      progress(
        ImportProgress(
          stage: .reading,
          bytesRead: bytes.bytesRead,
          byteCount: byteCount,
          rowCount: report.rowCount
        )
      )
      guard !isLast else { return report }
      swap(&present, &following)
    }
  }

  /// The whole lines of the present stretch; what begins another moves to the following one.
  ///
  /// A line that does not end within a stretch is refused.
  private func wholeLines() -> Range<Int> {
    let start = present.block.start
    var lines = present.range
    if present.beginsInLine {
      while !lines.isEmpty, start[lines.lowerBound] != 0x0A { lines.removeFirst() }
      if !lines.isEmpty { lines.removeFirst() }
    }
    endsTooLong = false
    following.range = 0..<0
    following.beginsInLine = present.beginsInLine && lines.isEmpty
    guard !present.isLast else {
      guard !lines.isEmpty, start[lines.upperBound - 1] != 0x0A else { return lines }
      // The last line of the file needs no line break of its own.
      start[lines.upperBound] = 0x0A
      return lines.lowerBound..<lines.upperBound + 1
    }
    var end = lines.upperBound
    while end > lines.lowerBound, start[end - 1] != 0x0A { end -= 1 }
    let rest = end..<lines.upperBound
    guard rest.count < Stretch.size - CSVHeader.longestLine else {
      endsTooLong = true
      following.beginsInLine = true
      return lines.lowerBound..<end
    }
    following.block.start.update(from: start + rest.lowerBound, count: rest.count)
    following.range = 0..<rest.count
    return lines.lowerBound..<end
  }

  /// Whole lines in about equal parts, one a thread.
  private func chunks(of lines: Range<Int>, for count: Int) -> [Range<Int>] {
    let start = present.block.start
    var chunks: [Range<Int>] = []
    var from = lines.lowerBound
    for part in 1...count where from < lines.upperBound {
      var to = max(from, lines.lowerBound + lines.count * part / count)
      while to < lines.upperBound, start[to - 1] != 0x0A { to += 1 }
      chunks.append(from..<to)
      from = to
    }
    return chunks
  }

  /// Reads on behind the rest that has moved to the following stretch.
  private func fetch(_ isCancelled: () -> Bool) throws(StoreError) {
    guard !present.isLast else { return }
    let rest = following.range.count
    let count = try bytes.fill(
      UnsafeMutableBufferPointer(
        start: following.block.start + rest,
        count: Stretch.size - rest
      ),
      isCancelled: isCancelled
    )
    following.range = 0..<rest + count
    following.isLast = count < Stretch.size - rest
  }
}
