/// Facts as columns: dictionary-encoded keys and one column of values.
package struct FactTable: Sendable {
  package let keys: [KeyColumn]
  package let values: [Double]

  package init(keys: [KeyColumn], values: [Double]) {
    precondition(keys.allSatisfy { $0.count == values.count }, "columns have equal length")
    precondition(values.count < 1 << 32, "a row number has at most 32 bits")
    self.keys = keys
    self.values = values
  }

  package var rowCount: Int { values.count }
}

extension FactTable {
  /// Which rows, grouped by what, summed.
  package struct Scan: Sendable {
    /// For each restricted key column the codes that pass.
    package var filters: [Filter]
    /// The key columns that stay apart in the result.
    package var groups: [Int]
    /// Only these rows take part, where given, in ascending order.
    package var rows: [Int]?

    package struct Filter: Sendable {
      package var column: Int
      package var codes: Set<Int>

      package init(column: Int, codes: Set<Int>) {
        self.column = column
        self.codes = codes
      }
    }

    package init(filters: [Filter], groups: [Int], rows: [Int]? = nil) {
      self.filters = filters
      self.groups = groups
      self.rows = rows
    }
  }

  /// One line a group: its codes in the order of the scan's groups, the sum, how many rows it took
  /// and the first of them.
  package struct Sums: Sendable {
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
    /// In ascending order of codes.
    package var groups: [Group]
  }
}
