/// The sums of a part by some columns of its order, every combination of their codes in its place.
///
/// A cell without rows is zero. A cell whose rows are all exceptions of zero or less may be zero
/// too; scans mark those by the exceptions themselves.
struct Rollup: Sendable {
  /// Positions in the order's columns, ascending; the codes of the last change fastest.
  let positions: [Int]
  /// How many codes each of them has; the inner column counts from the part's least code.
  let extents: [Int]
  let cells: Block<Int64>

  /// Rollups of a part are worth their bytes from this many rows in the table on.
  static let leastRows = 1 << 20

  /// Cells of a rollup are at most this many times the rows of the part.
  static let mostCellsPerRow = 4
}

extension Shape {
  /// The columns of the rollups that a part has, as positions in the order.
  ///
  /// With the columns flow, reporter, partner, product and month those are flow × reporter ×
  /// partner × month, flow × reporter × product, flow × partner × month, flow × product × month and
  /// flow × product.
  var rollupPositions: [[Int]] {
    let outer = Array(0..<order.outer.count)
    let (line, inner) = (outer.count, outer.count + 1)
    let (blocks, series) = (Array(outer.dropLast()), Array(outer.dropLast(2)))
    let last = outer.count - 1
    let all: [[Int]] = [
      outer + [inner], blocks + [line], series + [last, inner], series + [line, inner],
      series + [line],
    ]
    var distinct: [[Int]] = []
    for positions in all where !distinct.contains(positions) { distinct.append(positions) }
    return distinct
  }

  /// How many codes the column at a position of the order has in a part.
  func extent(_ position: Int, inner: ClosedRange<Int>) -> Int {
    position == order.outer.count + 1
      ? inner.count : max(cardinalities[order.columns[position]], 1)
  }
}
