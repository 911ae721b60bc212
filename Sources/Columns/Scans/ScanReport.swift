/// What a scan did: which rows it read, and how it came to read no more.
package struct ScanReport: Equatable, Sendable {
  /// Rows in the table.
  package var tableRows = 0
  /// Rows whose values were read.
  package var rowsRead = 0
  /// Cells of rollups that were read instead of rows.
  package var rollupCellsRead = 0
  /// Bytes of columns, directories and rollups that were read, about.
  package var bytesRead = 0
  /// Slices that were visited, of those in the table.
  package var slicesRead = 0
  /// Parts read, skipped, and answered from rollups; by their labels.
  package var partsRead: [String] = []
  package var partsSkipped: [String] = []
  package var partsRolledUp: [String] = []
  /// How many threads took part.
  package var threads = 1
  /// Whether sums lay in a plain array instead of a hash table.
  package var isDense = true

  package init() {}

  mutating func add(_ other: ScanReport) {
    rowsRead += other.rowsRead
    rollupCellsRead += other.rollupCellsRead
    bytesRead += other.bytesRead
    slicesRead += other.slicesRead
  }
}
