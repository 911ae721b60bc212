/// A column of small integers, stored at the narrowest width that holds its cardinality.
///
/// A code is a position in a dictionary that the owner of the table keeps.
package struct KeyColumn: Sendable {
  package let cardinality: Int
  private let codes: [UInt32]

  /// Every code must lie below `cardinality`.
  package init(codes: [Int], cardinality: Int) {
    precondition(codes.allSatisfy { (0..<cardinality).contains($0) }, "codes lie in the dictionary")
    self.cardinality = cardinality
    self.codes = codes.map(UInt32.init)
  }

  package var count: Int { codes.count }

  package subscript(row: Int) -> Int { Int(codes[row]) }
}

/// Facts as columns: dictionary-encoded keys and one column of values.
package struct FactTable: Sendable {
  package let keys: [KeyColumn]
  package let values: [Double]

  package init(keys: [KeyColumn], values: [Double]) {
    precondition(keys.allSatisfy { $0.count == values.count }, "columns have equal length")
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
    package struct Group: Sendable {
      package var codes: [Int]
      package var sum: Double
      package var count: Int
      package var firstRow: Int
    }
    /// In ascending order of codes.
    package var groups: [Group]
  }
}
