#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that live as long as something refers to them: zeroed memory of our own or a mapped file.
///
/// Whoever fills a memory does so before sharing it; from then on it is only read.
final class Memory: @unchecked Sendable {
  let start: UnsafeMutableRawPointer
  let byteCount: Int
  private let isMapped: Bool

  /// Above this size memory comes from the kernel, in huge pages where it has them.
  private static let mappedSize = 4 << 20

  /// Stops the program where there is no memory left, as arrays do: sizes come from rows that are
  /// there and from sums that a plan has bounded, never from a number in a file alone.
  init(zeroedBytes byteCount: Int) {
    self.byteCount = byteCount
    if byteCount >= Memory.mappedSize, let pages = Memory.pages(byteCount) {
      start = pages
      isMapped = true
      return
    }
    guard let pages = calloc(max(byteCount, 1), 1) else { fatalError("out of memory") }
    start = pages
    isMapped = false
  }

  /// Maps the first bytes of an open file; nil where the system refuses.
  init?(mapping descriptor: Int32, byteCount: Int) {
    let pages = mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0)
    guard byteCount > 0, let pages, pages != MAP_FAILED else { return nil }
    start = pages
    self.byteCount = byteCount
    isMapped = true
  }

  deinit {
    if isMapped { munmap(start, byteCount) } else { free(start) }
  }

  private static func pages(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    let protection = PROT_READ | PROT_WRITE
    let pages = mmap(nil, byteCount, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != MAP_FAILED else { return nil }
    #if os(Linux)
      madvise(pages, byteCount, MADV_HUGEPAGE)
    #endif
    return pages
  }
}
