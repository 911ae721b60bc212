extension FactTable {
  /// Which rows of a table belong together: a column, and for each of its codes a label.
  package struct Parting: Sendable {
    package var column: Int
    package var labels: [String]

    package init(column: Int, labels: [String]) {
      self.column = column
      self.labels = labels
    }
  }

  /// The same facts in an order that lets scans read little.
  ///
  /// Values become whole numbers with `decimals` decimal places; one that is not such a number is
  /// an error, for a sum must never be less exact than its parts.
  package func clustered(
    by order: ClusterOrder,
    decimals: Int,
    parting: Parting? = nil,
    rollups: Rollups = .whereUseful,
    threads: Threads = .all
  ) throws(StoreError) -> FactTable {
    let cardinalities = keys.map(\.cardinality)
    let shape = try Shape(order, cardinalities: cardinalities)
    let isRolledUp = rollups.areBuilt(forRows: rowCount)
    var parts: [Part] = []
    for (label, batch) in try batches(parting, decimals: decimals) {
      let part = try buildPart(
        label: label,
        shape: shape,
        batches: [batch],
        translations: keys.map { _ in nil },
        isRolledUp: isRolledUp,
        threads: threads
      )
      parts.append(part)
    }
    return FactTable(
      try Clusters(order: order, cardinalities: cardinalities, decimals: decimals, parts: parts)
    )
  }

  /// Whether sums by the common groupings are kept beside the rows.
  package enum Rollups: Sendable {
    case never, whereUseful, always

    func areBuilt(forRows rowCount: Int) -> Bool {
      switch self {
      case .never: false
      case .whereUseful: rowCount >= Rollup.leastRows
      case .always: true
      }
    }
  }

  /// The rows as whole numbers, part by part in ascending order of labels.
  func batches(
    _ parting: Parting?,
    decimals: Int
  ) throws(StoreError) -> [(label: String, batch: RowBatch<UInt32>)] {
    let quantities = self.quantities()?.clusters
    var batches: [String: RowBatch<UInt32>] = [:]
    for (label, count) in labels(parting) {
      batches[label] = RowBatch(
        varying: keys.map { _ in true },
        capacity: count,
        hasQuantities: quantities != nil
      )
    }
    for row in 0..<rowCount {
      let label = parting.map { $0.labels[keys[$0.column][row]] } ?? ""
      guard let batch = batches[label] else { continue }
      guard let value = wholeNumber(values[row], decimals: decimals) else {
        throw .inexactValue(row: row, decimals: decimals)
      }
      for (column, key) in keys.enumerated() {
        batch.codes[column]?.start[batch.count] = UInt32(key[row])
      }
      batch.values.start[batch.count] = value
      if let quantities {
        guard let quantity = quantities.value(row: row) else {
          throw quantities.damage ?? .cancelled
        }
        batch.quantities?.start[batch.count] = quantity
      }
      batch.count += 1
    }
    return batches.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func labels(_ parting: Parting?) -> [String: Int] {
    guard let parting else { return ["": rowCount] }
    var counts: [String: Int] = [:]
    for row in 0..<rowCount { counts[parting.labels[keys[parting.column][row]], default: 0] += 1 }
    return counts
  }
}

/// A value as a whole number of units of its decimal places; nil where it is none.
func wholeNumber(_ value: Double, decimals: Int) -> Int64? {
  let scaled = (value * powersOfTen[decimals]).rounded()
  guard abs(scaled) < 0x1p62 else { return nil }
  let whole = Int64(scaled)
  return Double(whole) / powersOfTen[decimals] == value ? whole : nil
}
