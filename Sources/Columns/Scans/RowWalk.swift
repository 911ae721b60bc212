/// A scan of a clustered table row by row, for what plans do not cover: counts and first rows,
/// columns outside the order, given rows, and groups too many for an array.
struct RowWalk {
  private let clusters: Clusters
  private let scan: FactTable.Scan
  /// One for each key column.
  private let digits: [Digits]
  private var groups = GroupTable()
  /// The codes of the row's group.
  private var groupCodes: [UInt32]
  private var report = ScanReport()

  init(_ scan: FactTable.Scan, on clusters: Clusters) {
    self.scan = scan
    self.clusters = clusters
    digits = clusters.cardinalities.enumerated().map { column, cardinality in
      Digits(column, of: scan, cardinality: cardinality)
    }
    groupCodes = Array(repeating: 0, count: scan.groups.count)
    report.tableRows = clusters.rowCount
    report.isDense = false
  }

  mutating func run(
    _ progress: (Int, Int) -> Void,
    _ isCancelled: () -> Bool
  ) throws(StoreError) -> (sums: FactTable.Sums, report: ScanReport) {
    if let rows = scan.rows {
      for (position, row) in rows.enumerated() {
        if position % Chunk.capacity == 0 {
          if isCancelled() { throw .cancelled }
          progress(position, rows.count)
        }
        guard let value = clusters.value(row: row) else { throw clusters.damage ?? .cancelled }
        add(clusters.cardinalities.indices.map { clusters.code($0, row: row) }, value, row)
      }
    } else {
      for (number, part) in clusters.parts.enumerated() {
        try walk(part, firstRow: clusters.firstRows[number], progress, isCancelled)
      }
    }
    let list = groups.list(columns: scan.groups.count) { clusters.number($0) }
    return (FactTable.Sums(groups: list), report)
  }

  private mutating func walk(
    _ part: Part,
    firstRow: Int,
    _ progress: (Int, Int) -> Void,
    _ isCancelled: () -> Bool
  ) throws(StoreError) {
    let order = part.shape.order
    let loose = part.shape.loose
    var codes = [Int](repeating: 0, count: clusters.cardinalities.count)
    var rowsUntilQuestion = 0
    for slice in 0..<part.shape.sliceCount {
      let rows = part.rows(ofSlices: slice..<slice + 1)
      if rows.isEmpty { continue }
      for (column, code) in zip(order.outer, part.shape.outerCodes(ofSlice: slice)) {
        codes[column] = code
      }
      guard order.outer.allSatisfy({ digits[$0].passes(codes[$0]) }) else { continue }
      report.slicesRead += 1
      guard part.isSound(rows) else { throw clusters.damage ?? .cancelled }
      for row in rows {
        if rowsUntilQuestion == 0 {
          if isCancelled() { throw .cancelled }
          progress(firstRow + row, clusters.rowCount)
          rowsUntilQuestion = Chunk.capacity
        }
        rowsUntilQuestion -= 1
        codes[order.line] = part.lines[row]
        codes[order.inner] = part.inner[row]
        for (place, column) in loose.enumerated() { codes[column] = part.loose[place][row] }
        var value = part.values[row]
        if value == 0 {
          guard let exception = part.exceptions.value(ofRow: row) else {
            throw clusters.damage ?? .cancelled
          }
          // A row without a quantity is as good as no row.
          if exception == 0, part.exceptions.allowsBlanks { continue }
          value = exception
        }
        add(codes, value, firstRow + row)
      }
    }
  }

  /// Adds a row, unless a filter refuses it.
  private mutating func add(_ codes: [Int], _ value: Int64, _ row: Int) {
    report.rowsRead += 1
    for (column, code) in codes.enumerated() where !digits[column].passes(code) { return }
    for (position, column) in scan.groups.enumerated() {
      groupCodes[position] = UInt32(digits[column].label(of: codes[column]))
    }
    groups.add(groupCodes, value, row)
  }
}

/// Groups found one by one, with what they add up to.
struct GroupTable {
  private var indexes: [PlaceIndex] = []
  private var codes: [UInt32] = []
  private var sums: [Int64] = []
  private var counts: [Int] = []
  private var firstRows: [Int] = []

  mutating func add(_ groupCodes: some Collection<UInt32>, _ value: Int64, _ row: Int) {
    while indexes.count < groupCodes.count { indexes.append(PlaceIndex()) }
    var group = 0
    for (index, code) in groupCodes.enumerated() {
      group = indexes[index].number(of: UInt64(group) << 32 | UInt64(code))
    }
    if group == sums.count {
      codes.append(contentsOf: groupCodes)
      sums.append(0)
      counts.append(0)
      firstRows.append(row)
    }
    sums[group] &+= value
    counts[group] += 1
  }

  func list(columns: Int, _ number: (Int64) -> Double) -> [FactTable.Sums.Group] {
    let groups = sums.indices.map { group in
      FactTable.Sums.Group(
        codes: codes[group * columns..<(group + 1) * columns].map(Int.init),
        sum: number(sums[group]),
        count: counts[group],
        firstRow: firstRows[group]
      )
    }
    return groups.sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
  }
}

extension Part {
  /// Whether everything about some rows is as it was written.
  func isSound(_ rows: Range<Int>) -> Bool {
    for case .codes(let block) in loose where !block.isSound(rows) { return false }
    return lines.isSound(rows) && inner.isSound(rows) && values.isSound(rows)
  }

  /// The same for all rows.
  var isSound: Bool {
    isSound(0..<rowCount) && quantities?.values.isSound(0..<rowCount) ?? true
  }
}
