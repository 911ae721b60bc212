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
      /// In ascending order, each once.
      case list([Int])
      case range(Range<Int>)
    }

    package init(column: Int, codes: Set<Int>) {
      self.column = column
      storage = .list(codes.sorted())
    }

    /// Codes that follow each other: quicker to ask for than a set of them.
    package init(column: Int, range: Range<Int>) {
      self.column = column
      storage = .range(range)
    }

    package init(column: Int, code: Int) { self.init(column: column, range: code..<code + 1) }

    package var codes: Set<Int> {
      get {
        switch storage {
        case .list(let codes): Set(codes)
        case .range(let codes): Set(codes)
        }
      }
      set { storage = .list(newValue.sorted()) }
    }

    /// How many codes pass, as far as the column has them.
    package var count: Int {
      switch storage {
      case .list(let codes): codes.count
      case .range(let codes): codes.count
      }
    }

    func passes(_ code: Int) -> Bool {
      switch storage {
      case .list(let codes):
        let position = partition(codes.indices) { codes[$0] >= code }
        return position < codes.count && codes[position] == code
      case .range(let codes): return codes.contains(code)
      }
    }

    /// The codes that pass of a column with so many.
    func codes(below cardinality: Int) -> CodeList {
      switch storage {
      case .list(let codes):
        CodeList(codes.filter { (0..<cardinality).contains($0) }, cardinality: cardinality)
      case .range(let codes): .range(codes.clamped(to: 0..<cardinality))
      }
    }
  }
}
