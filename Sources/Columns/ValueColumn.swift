/// The values of a table.
package struct ValueColumn: Sendable {
  let storage: Storage

  enum Storage: Sendable {
    case plain([Double])
    case clustered(Clusters)
  }

  package var count: Int {
    switch storage {
    case .plain(let values): values.count
    case .clustered(let clusters): clusters.rowCount
    }
  }

  package var indices: Range<Int> { 0..<count }

  /// One value; in a clustered table a search, so not for loops.
  ///
  /// NaN where the file behind the table is damaged.
  package subscript(row: Int) -> Double {
    switch storage {
    case .plain(let values): values[row]
    case .clustered(let clusters): clusters.value(row: row).map(clusters.number) ?? .nan
    }
  }
}
