extension FactTable {
  /// The sums of a scan, one a group.
  ///
  /// Where groups lie close, as they do in clustered tables, sums stay in one plain array with a
  /// place for every combination of the scan's codes; ``groups`` then makes the list on demand.
  package struct Sums: Sendable {
    private let storage: Storage

    private enum Storage: Sendable {
      case listed([Group])
      case dense(DenseCells)
    }

    /// The codes of a group in the order of the scan's groups, the sum, how many rows it took and
    /// the first of them.
    package struct Group: Equatable, Sendable {
      package var codes: [Int]
      package var sum: Double
      package var count: Int
      package var firstRow: Int

      package init(codes: [Int], sum: Double, count: Int, firstRow: Int) {
        self.codes = codes
        self.sum = sum
        self.count = count
        self.firstRow = firstRow
      }
    }

    package init(groups: [Group]) { storage = .listed(groups) }

    init(_ cells: DenseCells) { storage = .dense(cells) }

    /// The groups that have rows, in ascending order of codes.
    package var groups: [Group] {
      switch storage {
      case .listed(let groups): groups
      case .dense(let cells): cells.groups
      }
    }

    /// The sums as an array over all combinations of codes, where that is how they were made.
    package var dense: DenseCells? {
      guard case .dense(let cells) = storage else { return nil }
      return cells
    }
  }

  /// Sums at the places of their groups' codes.
  package struct DenseCells: Sendable {
    /// One group column: the codes that take part, ascending, and how far apart they lie.
    package struct Axis: Sendable {
      package let codes: [Int]
      package let stride: Int
    }

    /// In the order of the scan's groups.
    package let axes: [Axis]
    /// What to divide a cell by.
    package let divisor: Double
    let cells: Block<Int64>
    /// Cells that have rows although they sum to zero.
    let balanced: Set<Int>

    /// Lets the body read all cells.
    ///
    /// The sum of a group, in units of the divisor, lies at the sum of its positions times their
    /// strides. Zero stands for no rows, mostly; see ``hasRows(_:)``.
    package func withCells<Result>(_ body: (UnsafeBufferPointer<Int64>) -> Result) -> Result {
      body(UnsafeBufferPointer(start: cells.start, count: cells.count))
    }

    /// Whether a cell has rows.
    package func hasRows(_ cell: Int) -> Bool { cells[cell] != 0 || balanced.contains(cell) }

    /// Whether there are cells with rows that sum to zero.
    package var mayBalance: Bool { !balanced.isEmpty }

    /// The sum at some positions of the axes; nil where there are no rows.
    package subscript(positions: Int...) -> Double? {
      var cell = 0
      for (axis, position) in axes.indices.map({ (axes[$0], positions[$0]) }) {
        cell += axis.stride * position
      }
      return hasRows(cell) ? Double(cells[cell]) / divisor : nil
    }

    var groups: [Sums.Group] {
      var groups: [Sums.Group] = []
      var codes = axes.map { $0.codes.first ?? 0 }
      func walk(_ depth: Int, _ cell: Int) {
        guard depth < axes.count else {
          guard hasRows(cell) else { return }
          let sum = Double(cells[cell]) / divisor
          groups.append(Sums.Group(codes: codes, sum: sum, count: 0, firstRow: 0))
          return
        }
        for (position, code) in axes[depth].codes.enumerated() {
          codes[depth] = code
          walk(depth + 1, cell + position * axes[depth].stride)
        }
      }
      walk(0, 0)
      return groups
    }
  }
}
