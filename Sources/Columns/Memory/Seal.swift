import Synchronization

/// Checksums over the pages of one section of a file, compared when a page is first touched.
///
/// Comparing on first touch keeps opening independent of the size of the file; a page found sound
/// is not compared again.
final class Seal: Sendable {
  /// Bytes that one checksum covers.
  static let pageSize = 1 << 16

  private let bytes: UnsafeBytes
  private let checksums: [UInt64]
  private let codes: CodeRange?
  private let isKnownSound: UnsafeFlags

  /// The section's bytes up to the end of its last page.
  private struct UnsafeBytes: @unchecked Sendable {
    var start: UnsafeRawPointer
    var count: Int
    var memory: Memory
  }

  /// One flag a page.
  private struct UnsafeFlags: @unchecked Sendable {
    var start: UnsafeMutablePointer<Atomic<Bool>>
    var memory: Memory
  }

  init(
    memory: Memory,
    offset: Int,
    byteCount: Int,
    checksums: [UInt64],
    codes: CodeRange? = nil
  ) {
    self.checksums = checksums
    self.codes = codes
    bytes = UnsafeBytes(start: memory.start + offset, count: byteCount, memory: memory)
    let flags = Memory(zeroedBytes: checksums.count)
    isKnownSound = UnsafeFlags(
      start: flags.start.assumingMemoryBound(to: Atomic<Bool>.self),
      memory: flags
    )
  }

  /// One for each page: whether it was found sound.
  var flags: UnsafeMutablePointer<Atomic<Bool>> { isKnownSound.start }

  func isSound(_ range: Range<Int>) -> Bool {
    let last = (range.upperBound - 1) / Seal.pageSize
    var page = range.lowerBound / Seal.pageSize
    while page <= last {
      if !isKnownSound.start[page].load(ordering: .relaxed), !check(page) { return false }
      page += 1
    }
    return true
  }

  private func check(_ page: Int) -> Bool {
    let offset = page * Seal.pageSize
    let count = min(Seal.pageSize, bytes.count - offset)
    let buffer = UnsafeRawBufferPointer(start: bytes.start + offset, count: count)
    guard checksum(of: buffer) == checksums[page], codes?.hold(buffer, at: offset) != false else {
      return false
    }
    isKnownSound.start[page].store(true, ordering: .relaxed)
    return true
  }
}

/// Which codes a column of a file may hold: loops trust them, whoever wrote the file.
struct CodeRange: Sendable {
  /// Bytes that one code takes: 1, 2 or 4.
  let width: Int
  let codes: ClosedRange<UInt32>
  /// Bytes of the column; what follows them on its last page is no code.
  let byteCount: Int

  /// Whether all codes on a page lie in the range.
  func hold(_ page: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    let count = min(page.count, byteCount - offset)
    guard count > 0 else { return true }
    let codes = UnsafeRawBufferPointer(rebasing: page[..<count])
    return switch width {
    case 1: hold(codes.assumingMemoryBound(to: UInt8.self))
    case 2: hold(codes.assumingMemoryBound(to: UInt16.self))
    default: hold(codes.assumingMemoryBound(to: UInt32.self))
    }
  }

  @inline(__always)
  private func hold<Code: FixedWidthInteger>(_ page: UnsafeBufferPointer<Code>) -> Bool {
    let first = Code(clamping: codes.lowerBound)
    let span = Code(clamping: codes.upperBound - codes.lowerBound)
    var strangers: Code = 0
    // Without a branch the loop takes many codes at a time.
    for code in page { strangers |= code &- first > span ? 1 : 0 }
    return strangers == 0
  }
}

/// The checksums of all pages of a section.
func checksums(of bytes: UnsafeRawBufferPointer) -> [UInt64] {
  stride(from: 0, to: bytes.count, by: Seal.pageSize).map { offset in
    let end = min(offset + Seal.pageSize, bytes.count)
    return checksum(of: UnsafeRawBufferPointer(rebasing: bytes[offset..<end]))
  }
}
