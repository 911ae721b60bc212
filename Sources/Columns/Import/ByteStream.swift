import Unpacking

/// Bytes that can only be had one behind the other: those of a pipe, or what gzip packed.
final class ByteStream {
  let file: File
  /// Bytes taken from the file so far.
  private(set) var bytesRead = 0
  private let inflater: Inflater?
  private let buffer = MutableBlock<UInt8>(count: 1 << 18)
  /// The bytes of the buffer that wait.
  private var waiting = 0..<0
  private var hasEnded = false

  init(_ file: File, isCancelled: () -> Bool) throws(StoreError) {
    self.file = file
    let room = UnsafeMutableRawBufferPointer(start: buffer.start, count: buffer.count)
    var count = 0
    // A pipe may give one byte at a time, and the mark has two.
    repeat {
      let more = try file.readOn(into: .init(rebasing: room[count...]), isCancelled: isCancelled)
      count += more
      guard more > 0 else { break }
    } while count < Inflater.gzipMark.count
    do throws(Inflater.Failure) {
      inflater = room[..<count].starts(with: Inflater.gzipMark) ? try Inflater(.gzip) : nil
    } catch {
      throw .damagedArchive(path: file.path, breaksOff: false)
    }
    waiting = 0..<count
    bytesRead = count
  }

  /// Whether a file that can be read anywhere is packed by gzip.
  static func isPacked(_ file: File) throws(StoreError) -> Bool {
    var mark: UInt16 = 0
    let count = withUnsafeMutableBytes(of: &mark) { buffer in
      Result { () throws(StoreError) in try file.read(into: buffer, at: 0) }
    }
    return try count.get() == Inflater.gzipMark.count
      && withUnsafeBytes(of: mark) { $0.elementsEqual(Inflater.gzipMark) }
  }

  /// Fills a buffer as far as there are bytes; gives how many there were.
  ///
  /// `isCancelled` is asked while a pipe lets wait.
  func fill(
    _ target: UnsafeMutableBufferPointer<UInt8>,
    isCancelled: () -> Bool
  ) throws(StoreError) -> Int {
    var done = 0
    while done < target.count, !hasEnded {
      let room = UnsafeMutableBufferPointer(rebasing: target[done...])
      if let inflater {
        done += try unpack(inflater, into: room, isCancelled)
      } else {
        done += try copy(into: room, isCancelled)
      }
    }
    return done
  }

  /// Moves bytes that wait to a buffer, or reads into it.
  private func copy(
    into target: UnsafeMutableBufferPointer<UInt8>,
    _ isCancelled: () -> Bool
  ) throws(StoreError) -> Int {
    guard waiting.isEmpty else {
      let count = min(waiting.count, target.count)
      target.baseAddress?.update(from: buffer.start + waiting.lowerBound, count: count)
      waiting.removeFirst(count)
      return count
    }
    let room = UnsafeMutableRawBufferPointer(target)
    let count = try file.readOn(into: room, isCancelled: isCancelled)
    bytesRead += count
    hasEnded = count == 0
    return count
  }

  private func unpack(
    _ inflater: Inflater,
    into target: UnsafeMutableBufferPointer<UInt8>,
    _ isCancelled: () -> Bool
  ) throws(StoreError) -> Int {
    let step: Inflater.Step
    do throws(Inflater.Failure) {
      let packed = UnsafeBufferPointer(
        start: buffer.start + waiting.lowerBound,
        count: waiting.count
      )
      step = try inflater.unpack(packed, into: target)
    } catch {
      throw .damagedArchive(path: file.path, breaksOff: false)
    }
    waiting.removeFirst(step.taken)
    if step.isEnd {
      let mark = Inflater.gzipMark
      while waiting.count < mark.count, try readMore(isCancelled) {}
      let next = UnsafeBufferPointer(
        start: buffer.start + waiting.lowerBound,
        count: waiting.count
      )
      // What fills a tape up behind the last stream is no stream.
      if next.starts(with: mark) { inflater.beginAnew() } else { hasEnded = true }
    } else if step.taken == 0, step.made == 0, try !readMore(isCancelled) {
      throw .damagedArchive(path: file.path, breaksOff: true)
    }
    return step.made
  }

  /// Reads on behind the bytes that wait; false at the end of the file.
  private func readMore(_ isCancelled: () -> Bool) throws(StoreError) -> Bool {
    buffer.start.update(from: buffer.start + waiting.lowerBound, count: waiting.count)
    waiting = 0..<waiting.count
    let room = UnsafeMutableRawBufferPointer(
      start: buffer.start + waiting.count,
      count: buffer.count - waiting.count
    )
    let count = try file.readOn(into: room, isCancelled: isCancelled)
    waiting = 0..<waiting.count + count
    bytesRead += count
    return count > 0
  }
}
