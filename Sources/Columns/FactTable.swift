/// Facts as columns: dictionary-encoded keys and one column of values.
///
/// A *plain* table keeps rows and values as they were given. A *clustered* table keeps its rows in
/// an order that lets a scan read little, and its values as whole numbers of a decimal unit, so
/// that sums are exact and the same on any number of threads.
package struct FactTable: Sendable {
  package let keys: [KeyColumn]
  package let values: ValueColumn

  package init(keys: [KeyColumn], values: [Double]) {
    precondition(keys.allSatisfy { $0.count == values.count }, "columns have equal length")
    precondition(values.count < 1 << 32, "a row number has at most 32 bits")
    self.keys = keys
    self.values = ValueColumn(storage: .plain(values))
  }

  init(_ clusters: Clusters) {
    keys = clusters.cardinalities.enumerated().map { column, cardinality in
      KeyColumn(cardinality: cardinality, codes: .clustered(clusters, column: column))
    }
    values = ValueColumn(storage: .clustered(clusters))
  }

  package var rowCount: Int { values.count }

  package var isClustered: Bool { clusters != nil }

  /// How the rows lie, where the table is clustered.
  package var order: ClusterOrder? { clusters?.order }

  /// Bytes that the table's columns take, and those of its rollups.
  package var byteCounts: (columns: Int, rollups: Int) {
    if let clusters { return (clusters.byteCount, clusters.rollupByteCount) }
    return (keys.reduce(8 * rowCount) { $0 + $1.width * rowCount }, 0)
  }

  /// How many of its whole units make up one: 100 where values are kept in hundredths.
  package var unitsPerOne: Double { clusters.map { powersOfTen[$0.decimals] } ?? 1 }

  var clusters: Clusters? {
    guard case .clustered(let clusters) = values.storage else { return nil }
    return clusters
  }
}
