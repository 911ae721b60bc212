/// How a scan of a clustered table is carried out: where every sum lies, and which way each part
/// of the table is read.
///
/// A plan adds whole numbers into one plain array. Scans that ask for single rows, that touch
/// columns outside the order, or that have more groups than an array should, have no plan.
struct ClusterPlan: Sendable {
  let clusters: Clusters
  let scan: FactTable.Scan
  /// By position in the order: outer columns, line, inner.
  let digits: [Digits]
  /// For each of them how far apart its places lie in the cells; 0 where it is summed up.
  let strides: [Int]
  /// For each of them the offset of every code in the cells, where codes and places do not follow each
  /// other: -1 for one that does not pass, ``trash`` if it is an inner code.
  let tables: [Block<Int32>?]
  let axes: [FactTable.DenseCells.Axis]
  let cellCount: Int
  /// Places of the inner column; where codes of it are refused, the last takes what they hold.
  let innerWidth: Int
  /// Whether no two blocks add to one cell, so that workers can share the cells.
  let isApart: Bool
  let ways: [Way]
  /// The combinations of codes of all outer columns but the last, one behind the other.
  let blocks: [Int]
  let blockCount: Int
  /// Where the cells of each block begin.
  let bases: [Int]

  /// How a part is read.
  enum Way: Sendable {
    case skip
    /// Rows through the directory.
    case rows
    /// A rollup that has all columns of the blocks, block by block.
    case blockRollup(Rollup)
    /// A rollup read once for all blocks.
    case rollup(Rollup)
  }

  /// Groups beyond this take a hash table, and beyond the second only one worker has an array.
  static let mostCells = 1 << 25
  static let mostCellsPerWorker = 1 << 22

  init?(_ scan: FactTable.Scan, on clusters: Clusters) {
    let order = clusters.order
    let loose = order.loose(keyCount: clusters.cardinalities.count)
    guard scan.rows == nil, scan.detail != .rows else { return nil }
    if scan.detail == .automatic, !clusters.loosesAreConstant { return nil }
    guard loose.allSatisfy({ clusters.isConstant($0) }) else { return nil }
    guard scan.groups.allSatisfy(order.columns.contains) else { return nil }
    let refused = scan.filters.contains { filter in
      loose.contains(filter.column) && !filter.passes(0)
    }
    let digits = order.columns.map {
      Digits($0, of: scan, cardinality: clusters.cardinalities[$0])
    }
    let inner = digits[digits.count - 1]
    let innerCodes = 0..<clusters.cardinalities[order.inner]
    innerWidth = inner.placeCount + (inner.passesAll(in: innerCodes) ? 0 : 1)
    var stride = innerWidth
    var strides = [Int](repeating: 0, count: digits.count)
    strides[digits.count - 1] = 1
    for position in digits.indices.dropLast().reversed() {
      strides[position] = stride
      let (product, overflow) = stride.multipliedReportingOverflow(by: digits[position].placeCount)
      guard !overflow, product <= ClusterPlan.mostCells else { return nil }
      stride = product
    }
    let mostCells = scan.detail == .sums ? Self.mostCellsPerWorker : 4096
    guard stride <= mostCells + 16 * clusters.rowCount else { return nil }
    cellCount = stride
    axes = scan.groups.map { column in
      let position = order.columns.firstIndex(of: column) ?? 0
      return FactTable.DenseCells.Axis(codes: digits[position].labels, stride: strides[position])
    }
    self.clusters = clusters
    self.scan = scan
    self.digits = digits
    self.strides = zip(digits, strides).map { $0.isGrouped ? $1 : 0 }
    let (ends, refuge) = (self.strides, Int32(innerWidth - 1))
    tables = digits.indices.map { position in
      let codes = 0..<clusters.cardinalities[order.columns[position]]
      let isInner = position == digits.count - 1
      if isInner
        ? digits[position].run(in: codes)?.codes == codes : digits[position].run(in: codes) != nil
      {
        return nil
      }
      return digits[position].offsets(stride: ends[position], refused: isInner ? refuge : -1)
    }
    let isEmpty = refused || digits.contains { $0.codes.isEmpty }
    let blockDigits = digits.prefix(order.outer.count - 1)
    isApart = blockDigits.allSatisfy {
      ($0.isGrouped && !$0.isClassed) || $0.codes.count <= 1
    }
    ways = clusters.parts.map { isEmpty ? .skip : Self.way(through: $0, digits, scan) }
    blocks = isEmpty ? [] : Self.combinations(of: blockDigits.map(\.codes.all))
    blockCount = isEmpty ? 0 : blockDigits.reduce(1) { $0 * $1.codes.count }
    let (depth, codes) = (blockDigits.count, blocks)
    bases = (0..<blockCount).map { number in
      (0..<depth).reduce(0) { base, position in
        base + digits[position].place(of: codes[number * depth + position]) * ends[position]
      }
    }
  }

  /// The place of a code of the column at a position of the order; nil where it does not pass.
  func offset(_ position: Int, of code: Int) -> Int? {
    let place = digits[position].place(of: code)
    return place < 0 ? nil : place * strides[position]
  }

  /// Where the sums of inner codes that are refused go, as loops need not ask then.
  var trash: Int { innerWidth - 1 }

  private static func combinations(of columns: [[Int]]) -> [Int] {
    let count = columns.reduce(1) { $0 * $1.count }
    var combinations = [Int](repeating: 0, count: count * columns.count)
    var run = count
    for (depth, codes) in columns.enumerated() {
      run /= codes.count
      for number in 0..<count {
        combinations[number * columns.count + depth] = codes[number / run % codes.count]
      }
    }
    return combinations
  }

  /// The cheapest way to the sums of a part.
  private static func way(
    through part: Part,
    _ digits: [Digits],
    _ scan: FactTable.Scan
  ) -> Way {
    let inner = digits[digits.count - 1]
    let innerCodes = part.innerRange.lowerBound..<part.innerRange.upperBound + 1
    guard part.rowCount > 0, inner.codes.range(in: innerCodes)?.isEmpty != true else {
      return .skip
    }
    guard scan.usesRollups else { return .rows }
    let outerCount = part.shape.order.outer.count
    let needed = digits.indices.filter { position in
      let isInner = position == outerCount + 1
      let extent = part.shape.extent(position, inner: part.innerRange)
      // Where all inner codes of the part share a place, which of them it is says nothing.
      if isInner, let run = inner.run(in: innerCodes), run.codes == innerCodes, run.step == 0 {
        return false
      }
      return digits[position].matters(in: isInner ? innerCodes : 0..<extent)
    }
    let able = part.rollups.filter { needed.allSatisfy($0.positions.contains) }
    guard let best = able.min(by: { $0.cells.count < $1.cells.count }) else { return .rows }
    let isByBlock = best.positions.starts(with: 0..<outerCount - 1)
    return isByBlock && outerCount > 1 ? .blockRollup(best) : .rollup(best)
  }
}

extension Clusters {
  /// Whether a column outside the order has one code, the first, in all parts.
  func isConstant(_ column: Int) -> Bool {
    parts.allSatisfy { part in
      guard let place = part.shape.loose.firstIndex(of: column) else { return true }
      if case .constant(0) = part.loose[place] { return true }
      return part.rowCount == 0
    }
  }

  /// Whether rows that agree in the columns of the order agree in all.
  var loosesAreConstant: Bool {
    order.loose(keyCount: cardinalities.count).allSatisfy(isConstant)
  }
}
