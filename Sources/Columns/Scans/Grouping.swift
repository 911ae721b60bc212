/// How the rows of a scan fall into groups.
///
/// A row's place is a number with one digit a group column. A digit counts only the codes that
/// the filters let through, so a query for two series of fifty has two places for them, not fifty.
/// Columns whose product passes 32 bits are split into parts.
struct Grouping {
  private let parts: [[Digit]]
  private let cells: Int

  private struct Digit {
    var codes: KeyColumn.Codes
    /// For each code its digit times the digit's weight.
    var weights: [UInt32]
  }

  /// Sums lie in plain arrays up to this many groups, and while most places could be taken.
  static let densestGroups = 1 << 22

  init(_ scan: FactTable.Scan, on table: FactTable) {
    var parts: [[Digit]] = [[]]
    var cells = 1
    var weight = 1
    for number in scan.groups.reversed() {
      let column = table.keys[number]
      let passing = passingCodes(of: number, in: scan, cardinality: column.cardinality)
      let digits = max(passing.count, 1)
      if weight > Int(UInt32.max) / digits {
        parts.append([])
        weight = 1
      }
      var weights = [UInt32](repeating: 0, count: column.cardinality)
      for (digit, code) in passing.enumerated() { weights[code] = UInt32(digit * weight) }
      parts[parts.count - 1].append(Digit(codes: column.codes, weights: weights))
      weight *= digits
      cells = parts.count == 1 ? weight : Int.max
    }
    self.parts = parts
    self.cells = cells
  }

  func accumulator(forRows rowCount: Int) -> any Accumulator {
    let isDense = cells <= min(Grouping.densestGroups, 4096 + 16 * rowCount)
    return isDense ? DenseSums(cells: cells) : SparseSums(parts: parts.count)
  }

  /// Works out the place of every row of the chunk.
  func locate(_ chunk: inout Chunk) {
    while chunk.parts.count < parts.count {
      chunk.parts.append([UInt32](repeating: 0, count: Chunk.capacity))
    }
    let count = chunk.count
    let rows = chunk.rows
    for (part, digits) in parts.enumerated() {
      chunk.parts[part].withUnsafeMutableBufferPointer { buffer in
        let places = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
        places.update(repeating: 0)
        for digit in digits {
          let weights = digit.weights.span
          switch digit.codes {
          case .narrow(let codes): add(weights, codes.span, rows.span, to: places)
          case .middle(let codes): add(weights, codes.span, rows.span, to: places)
          case .wide(let codes): add(weights, codes.span, rows.span, to: places)
          case .clustered: preconditionFailure("clustered tables have their own scans")
          }
        }
      }
    }
  }
}

/// The codes of a column that all filters on it let through, in ascending order.
private func passingCodes(of column: Int, in scan: FactTable.Scan, cardinality: Int) -> [Int] {
  let filters = scan.filters.filter { $0.column == column }
  guard let first = filters.first else { return Array(0..<cardinality) }
  let common = filters.dropFirst().reduce(first.codes) { $0.intersection($1.codes) }
  return common.filter { (0..<cardinality).contains($0) }.sorted()
}

private func add(
  _ weights: Span<UInt32>,
  _ codes: Span<some FixedWidthInteger>,
  _ rows: Span<UInt32>,
  to places: UnsafeMutableBufferPointer<UInt32>
) {
  for index in places.indices { places[index] &+= weights[Int(codes[Int(rows[index])])] }
}
