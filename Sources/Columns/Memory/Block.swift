/// Numbers that lie one behind the other in a memory.
///
/// Loops take `start` into a local constant; the block keeps the memory alive.
struct Block<Element: BitwiseCopyable>: @unchecked Sendable {
  let memory: Memory
  let start: UnsafePointer<Element>
  let count: Int
  /// Guards blocks of a file, whose bytes may have been damaged.
  let seal: Seal?

  /// The memory holds `count` elements from `offset` on.
  init(_ memory: Memory, offset: Int = 0, count: Int, seal: Seal? = nil) {
    precondition(offset >= 0 && count >= 0, "a block lies in its memory")
    precondition(
      offset + count * MemoryLayout<Element>.stride <= memory.byteCount,
      "a block lies in its memory"
    )
    self.memory = memory
    self.count = count
    self.seal = seal
    start = UnsafePointer((memory.start + offset).assumingMemoryBound(to: Element.self))
  }

  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "an index lies in its block")
    return start[index]
  }

  var byteCount: Int { count * MemoryLayout<Element>.stride }

  /// Whether the bytes of these elements are those that were written.
  func isSound(_ range: Range<Int>) -> Bool {
    guard let seal, !range.isEmpty else { return true }
    let stride = MemoryLayout<Element>.stride
    return seal.isSound(range.lowerBound * stride..<range.upperBound * stride)
  }
}

/// A block under construction.
struct MutableBlock<Element: BitwiseCopyable>: @unchecked Sendable {
  let memory: Memory
  let start: UnsafeMutablePointer<Element>
  let count: Int

  /// All elements start as zero.
  init(count: Int) {
    memory = Memory(zeroedBytes: count * MemoryLayout<Element>.stride)
    self.count = count
    start = memory.start.assumingMemoryBound(to: Element.self)
  }

  /// The block, once it is filled; `prefix` elements of it.
  func finished(prefix: Int? = nil) -> Block<Element> { Block(memory, count: prefix ?? count) }
}
