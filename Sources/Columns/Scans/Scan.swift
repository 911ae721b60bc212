extension FactTable {
  /// Which rows, grouped by what, summed.
  package struct Scan: Sendable {
    /// For each restricted key column the codes that pass.
    package var filters: [Filter]
    /// The key columns that stay apart in the result.
    package var groups: [Int]
    /// For some of the groups a class for every code.
    ///
    /// Rows of one class stay together, and those of a negative class are left out. The result names
    /// classes in the place of codes.
    package var classes: [Int: [Int]] = [:]
    /// Only these rows take part, where given, in ascending order.
    package var rows: [Int]?
    package var detail: Detail
    /// Whether sums kept beside the rows may answer.
    package var usesRollups = true

    /// What is wanted of a group besides its sum.
    package enum Detail: Sendable {
      /// The rows of a group where they may differ in more than the columns of the order; in
      /// other clustered tables only sums.
      case automatic
      /// How many rows a group has and which is the first.
      case rows
      /// Only sums: counts and first rows of clustered tables are zero.
      case sums
    }

    package init(
      filters: [Filter],
      groups: [Int],
      rows: [Int]? = nil,
      detail: Detail = .automatic
    ) {
      self.filters = filters
      self.groups = groups
      self.rows = rows
      self.detail = detail
    }
  }
}

extension FactTable.Scan {
  /// The codes of a key column that pass.
  package struct Filter: Sendable {
    package var column: Int
    private var storage: Storage

    private enum Storage: Sendable {
      case set(Set<Int>)
      case range(Range<Int>)
    }

    package init(column: Int, codes: Set<Int>) {
      self.column = column
      storage = .set(codes)
    }

    /// Codes that follow each other: quicker to ask for than a set of them.
    package init(column: Int, range: Range<Int>) {
      self.column = column
      storage = .range(range)
    }

    package var codes: Set<Int> {
      get {
        switch storage {
        case .set(let codes): codes
        case .range(let codes): Set(codes)
        }
      }
      set { storage = .set(newValue) }
    }

    /// How many codes pass, as far as the column has them.
    package var count: Int {
      switch storage {
      case .set(let codes): codes.count
      case .range(let codes): codes.count
      }
    }

    /// Notes for each code below the cardinality that this filter too lets it pass.
    func count(into passes: inout [UInt8]) {
      switch storage {
      case .set(let codes):
        for code in codes where passes.indices.contains(code) { passes[code] += 1 }
      case .range(let codes):
        for code in codes.clamped(to: passes.indices) { passes[code] += 1 }
      }
    }
  }
}
