import Synchronization

/// A look at a seal that costs no counting of references; whoever holds it keeps the block alive.
struct SealView: BitwiseCopyable {
  private let flags: UnsafeMutablePointer<Atomic<Bool>>?
  private let seal: Unmanaged<Seal>?
  private let stride: Int

  init<Element>(_ block: Block<Element>) {
    flags = block.seal?.flags
    seal = block.seal.map(Unmanaged.passUnretained)
    stride = MemoryLayout<Element>.stride
  }

  init(_ codes: CodeBlock) {
    switch codes {
    case .narrow(let block): self.init(block)
    case .middle(let block): self.init(block)
    case .wide(let block): self.init(block)
    }
  }

  init(_ values: ValueBlock) {
    switch values {
    case .narrow(let block): self.init(block)
    case .wide(let block): self.init(block)
    }
  }

  /// Whether the bytes of some elements are those that were written.
  @inline(__always)
  func isSound(_ range: Range<Int>) -> Bool {
    guard let flags, !range.isEmpty else { return true }
    let last = (range.upperBound * stride - 1) / Seal.pageSize
    for page in range.lowerBound * stride / Seal.pageSize...last
    where !flags[page].load(ordering: .relaxed) {
      return compare(range)
    }
    return true
  }

  @inline(never)
  private func compare(_ range: Range<Int>) -> Bool {
    guard let seal else { return true }
    let bytes = range.lowerBound * stride..<range.upperBound * stride
    return seal._withUnsafeGuaranteedRef { $0.isSound(bytes) }
  }
}
