/// A column of codes under construction, at the width that the cardinality needs.
enum CodeFiller: Sendable {
  case narrow(MutableBlock<UInt8>)
  case middle(MutableBlock<UInt16>)
  case wide(MutableBlock<UInt32>)

  init(count: Int, cardinality: Int) {
    self =
      switch cardinality {
      case ...0x100: .narrow(MutableBlock(count: count))
      case ...0x1_0000: .middle(MutableBlock(count: count))
      default: .wide(MutableBlock(count: count))
      }
  }

  /// At least two bytes wide, so that the loops over lines need fewer versions.
  init(count: Int, atLeastMiddle cardinality: Int) {
    self.init(count: count, cardinality: max(cardinality, 0x101))
  }

  /// For loops, which then count no references.
  enum Pen: BitwiseCopyable {
    case narrow(UnsafeMutablePointer<UInt8>)
    case middle(UnsafeMutablePointer<UInt16>)
    case wide(UnsafeMutablePointer<UInt32>)

    @inline(__always)
    func put(_ code: Int, at row: Int) {
      switch self {
      case .narrow(let start): start[row] = UInt8(truncatingIfNeeded: code)
      case .middle(let start): start[row] = UInt16(truncatingIfNeeded: code)
      case .wide(let start): start[row] = UInt32(truncatingIfNeeded: code)
      }
    }
  }

  var pen: Pen {
    switch self {
    case .narrow(let block): .narrow(block.start)
    case .middle(let block): .middle(block.start)
    case .wide(let block): .wide(block.start)
    }
  }

  var finished: CodeBlock {
    switch self {
    case .narrow(let block): .narrow(block.finished())
    case .middle(let block): .middle(block.finished())
    case .wide(let block): .wide(block.finished())
    }
  }
}

/// A column of values under construction.
enum ValueFiller: Sendable {
  case narrow(MutableBlock<UInt32>)
  case wide(MutableBlock<UInt64>)

  init(count: Int, isWide: Bool) {
    self = isWide ? .wide(MutableBlock(count: count)) : .narrow(MutableBlock(count: count))
  }

  /// For loops, which then count no references.
  enum Pen: BitwiseCopyable {
    case narrow(UnsafeMutablePointer<UInt32>)
    case wide(UnsafeMutablePointer<UInt64>)

    /// Stores a value; false where it does not fit and is an exception.
    @inline(__always)
    func put(_ value: Int64, at row: Int) -> Bool {
      switch self {
      case .narrow(let start):
        guard value > 0, value <= Int64(UInt32.max) else { return false }
        start[row] = UInt32(truncatingIfNeeded: value)
      case .wide(let start):
        guard value > 0 else { return false }
        start[row] = UInt64(bitPattern: value)
      }
      return true
    }
  }

  var pen: Pen {
    switch self {
    case .narrow(let block): .narrow(block.start)
    case .wide(let block): .wide(block.start)
    }
  }

  var finished: ValueBlock {
    switch self {
    case .narrow(let block): .narrow(block.finished())
    case .wide(let block): .wide(block.finished())
    }
  }
}
