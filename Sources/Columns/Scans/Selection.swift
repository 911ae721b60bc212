/// The rows of a table that a scan wants: those it names, less those that its filters refuse.
struct Selection {
  let candidateCount: Int
  private let rows: [Int]?
  private let filters: [(codes: KeyColumn.Codes, passes: [UInt8])]

  init(_ scan: FactTable.Scan, on table: FactTable) {
    rows = scan.rows
    candidateCount = scan.rows?.count ?? table.rowCount
    filters = scan.filters.map { filter in
      let column = table.keys[filter.column]
      var passes = [UInt8](repeating: 0, count: column.cardinality)
      for code in filter.codes(below: column.cardinality).all { passes[code] = 1 }
      return (column.codes, passes)
    }
  }

  /// Puts the wanted rows among the candidates of `range` into the chunk.
  func select(_ range: Range<Int>, into chunk: inout Chunk) {
    if let rows {
      for (offset, row) in rows[range].enumerated() { chunk.rows[offset] = UInt32(row) }
    } else {
      for offset in 0..<range.count { chunk.rows[offset] = UInt32(range.lowerBound + offset) }
    }
    chunk.count = range.count
    for filter in filters {
      switch filter.codes {
      case .narrow(let codes): keep(filter.passes.span, codes.span, in: &chunk)
      case .middle(let codes): keep(filter.passes.span, codes.span, in: &chunk)
      case .wide(let codes): keep(filter.passes.span, codes.span, in: &chunk)
      case .clustered: preconditionFailure("clustered tables have their own scans")
      }
    }
  }
}

/// Keeps the rows whose code passes, moving them forward without a branch.
private func keep(
  _ passes: Span<UInt8>,
  _ codes: Span<some FixedWidthInteger>,
  in chunk: inout Chunk
) {
  let count = chunk.count
  var kept = 0
  chunk.rows.withUnsafeMutableBufferPointer { rows in
    for index in 0..<count {
      let row = rows[index]
      rows[kept] = row
      kept += Int(passes[Int(codes[Int(row)])])
    }
  }
  chunk.count = kept
}
