extension FactTable {
  /// How many decimal places the values of a clustered table have; nil for a plain one.
  package var decimals: Int? { clusters?.decimals }

  /// Calls the body with runs of rows of a clustered table, in the order in which they lie.
  ///
  /// The body gets the codes of all rows, column by column, and the values, and says whether to go
  /// on. Throws ``StoreError/damaged`` where the file behind the table does not hold what was
  /// written.
  package func eachRun(
    ofPart label: String,
    atMost count: Int,
    _ body: (_ codes: [[Int32]], _ values: [Int64]) -> Bool
  ) throws(StoreError) {
    guard let clusters, let part = clusters.parts.first(where: { $0.label == label }) else {
      return
    }
    let order = part.shape.order
    var codes = [[Int32]](repeating: [], count: clusters.cardinalities.count)
    var values: [Int64] = []
    for slice in 0..<part.shape.sliceCount {
      let rows = part.rows(ofSlices: slice..<slice + 1)
      if rows.isEmpty { continue }
      guard part.isSound(rows) else { throw clusters.damage ?? .cancelled }
      let outer = part.shape.outerCodes(ofSlice: slice)
      for row in rows {
        for (column, code) in zip(order.outer, outer) {
          codes[column].append(Int32(truncatingIfNeeded: code))
        }
        codes[order.line].append(Int32(truncatingIfNeeded: part.lines[row]))
        codes[order.inner].append(Int32(truncatingIfNeeded: part.inner[row]))
        for (place, column) in part.shape.loose.enumerated() {
          codes[column].append(Int32(truncatingIfNeeded: part.loose[place][row]))
        }
        var value = part.values[row]
        if value == 0 {
          guard let exception = part.exceptions.value(ofRow: row) else {
            throw clusters.damage ?? .cancelled
          }
          value = exception
        }
        values.append(value)
        guard values.count == count else { continue }
        if !body(codes, values) { return }
        for column in codes.indices { codes[column].removeAll(keepingCapacity: true) }
        values.removeAll(keepingCapacity: true)
      }
    }
    if !values.isEmpty { _ = body(codes, values) }
  }

  /// The labels of the parts of a clustered table.
  package var partLabels: [String] { (clusters?.parts ?? []).map(\.label) }
}
