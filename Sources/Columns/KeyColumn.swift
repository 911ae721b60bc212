/// A column of small integers, stored at the narrowest width that holds its cardinality.
///
/// A code is a position in a dictionary that the owner of the table keeps.
package struct KeyColumn: Sendable {
  package let cardinality: Int
  let codes: Codes

  /// The codes at the width that their cardinality needs.
  enum Codes: Sendable {
    case narrow([UInt8])
    case middle([UInt16])
    case wide([UInt32])
    /// The codes lie in the order of a clustered table.
    case clustered(Clusters, column: Int)
  }

  init(cardinality: Int, codes: Codes) {
    self.cardinality = cardinality
    self.codes = codes
  }

  /// Every code must lie below `cardinality`.
  package init(codes: [Int], cardinality: Int) {
    precondition(codes.allSatisfy { (0..<cardinality).contains($0) }, "codes lie in the dictionary")
    precondition(cardinality <= 1 << 32, "a code has at most 32 bits")
    self.cardinality = cardinality
    self.codes =
      switch cardinality {
      case ...0x100: .narrow(codes.map { UInt8(truncatingIfNeeded: $0) })
      case ...0x1_0000: .middle(codes.map { UInt16(truncatingIfNeeded: $0) })
      default: .wide(codes.map { UInt32(truncatingIfNeeded: $0) })
      }
  }

  package var count: Int {
    switch codes {
    case .narrow(let codes): codes.count
    case .middle(let codes): codes.count
    case .wide(let codes): codes.count
    case .clustered(let clusters, _): clusters.rowCount
    }
  }

  /// Bytes that one code takes, or would take on its own.
  package var width: Int {
    switch cardinality {
    case ...0x100: 1
    case ...0x1_0000: 2
    default: 4
    }
  }

  /// The codes of all rows.
  package var allCodes: [Int] {
    switch codes {
    case .narrow(let codes): codes.map(Int.init)
    case .middle(let codes): codes.map(Int.init)
    case .wide(let codes): codes.map(Int.init)
    case .clustered: (0..<count).map { self[$0] }
    }
  }

  /// One code; in a clustered table a search, so not for loops.
  package subscript(row: Int) -> Int {
    switch codes {
    case .narrow(let codes): Int(codes[row])
    case .middle(let codes): Int(codes[row])
    case .wide(let codes): Int(codes[row])
    case .clustered(let clusters, let column): clusters.code(column, row: row)
    }
  }
}
