/// The order in which a clustered table keeps its rows.
///
/// Rows lie by the outer columns first; every combination of their codes is a *slice*, and slices
/// that differ only in the last outer column are a *block*. In a slice rows lie by the line column,
/// then by the inner column. Columns that are named nowhere come last.
package struct ClusterOrder: Equatable, Sendable {
  /// From the outermost on; at least one.
  package var outer: [Int]
  package var line: Int
  package var inner: Int

  package init(outer: [Int], line: Int, inner: Int) {
    precondition(!outer.isEmpty, "a clustered table has an outer column")
    precondition(Set(outer + [line, inner]).count == outer.count + 2, "no column is named twice")
    self.outer = outer
    self.line = line
    self.inner = inner
  }

  /// All columns that the order names.
  var columns: [Int] { outer + [line, inner] }

  /// The columns of a table that the order does not name, in ascending order.
  func loose(keyCount: Int) -> [Int] { (0..<keyCount).filter { !columns.contains($0) } }
}

/// How many codes the columns of a part of a table have, and what follows from that.
struct Shape: Equatable, Sendable {
  let order: ClusterOrder
  /// For each key column how many codes it had when the part was written.
  let cardinalities: [Int]
  let loose: [Int]

  /// Slices of a part beyond which its directory would outgrow its rows.
  static let mostSlices = 1 << 24

  init(_ order: ClusterOrder, cardinalities: [Int]) throws(StoreError) {
    self.order = order
    self.cardinalities = cardinalities
    loose = order.loose(keyCount: cardinalities.count)
    var slices = 1
    for column in order.outer {
      let extent = max(cardinalities[column], 1)
      let (product, overflow) = slices.multipliedReportingOverflow(by: extent)
      guard !overflow, product <= Shape.mostSlices else { throw .tooManySlices(Shape.mostSlices) }
      slices = product
    }
    guard cardinalities[order.inner] <= 1 << 16 else { throw .tooManyCodes(column: order.inner) }
  }

  /// How many lines a slice may have.
  var lineCount: Int { max(cardinalities[order.line], 1) }

  /// The codes of the last outer column: the slices of one block.
  var slicesPerBlock: Int { max(cardinalities[order.outer[order.outer.count - 1]], 1) }

  /// The combinations of the other outer columns.
  var blockCount: Int {
    order.outer.dropLast().reduce(1) { $0 * max(cardinalities[$1], 1) }
  }

  var sliceCount: Int { blockCount * slicesPerBlock }

  /// The codes of the outer columns of a slice.
  func outerCodes(ofSlice slice: Int) -> [Int] {
    var rest = slice
    var codes: [Int] = []
    for column in order.outer.reversed() {
      codes.append(rest % max(cardinalities[column], 1))
      rest /= max(cardinalities[column], 1)
    }
    return codes.reversed()
  }
}
