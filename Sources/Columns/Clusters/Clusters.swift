/// The rows of a clustered table: parts one behind the other, each in the same order.
final class Clusters: Sendable {
  let order: ClusterOrder
  /// For each key column how many codes it has; earlier parts may know fewer.
  let cardinalities: [Int]
  /// A value of 1 stands for the number 1 with this many decimal places: 0.01 where it is 2.
  let decimals: Int
  /// In what the quantities beside the values are counted; nil where there are none.
  let quantityUnit: QuantityUnit?
  let parts: [Part]
  /// The file that the parts lie in; nil for a table in memory.
  let path: String?
  /// The first row of each part, and at the end the number of rows.
  let firstRows: [Int]

  init(
    order: ClusterOrder,
    cardinalities: [Int],
    decimals: Int,
    quantityUnit: QuantityUnit? = nil,
    parts: [Part],
    path: String? = nil
  ) throws(StoreError) {
    self.order = order
    self.cardinalities = cardinalities
    self.decimals = decimals
    self.quantityUnit = quantityUnit
    self.parts = parts
    self.path = path
    try Clusters.checkSum(of: parts.map(\.magnitude))
    firstRows = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.rowCount) }
  }

  /// Throws where sums of these magnitudes might pass 64 bits.
  static func checkSum(of magnitudes: [UInt64]) throws(StoreError) {
    var magnitude: UInt64 = 0
    for part in magnitudes {
      let (sum, overflow) = magnitude.addingReportingOverflow(part)
      guard !overflow, sum <= UInt64(Int64.max) else { throw .sumTooLarge }
      magnitude = sum
    }
  }

  var rowCount: Int { firstRows[firstRows.count - 1] }

  /// Bytes of all parts: without and with rollups.
  var byteCount: Int { parts.reduce(0) { $0 + $1.byteCount } }

  var rollupByteCount: Int {
    parts.reduce(0) { $0 + $1.rollups.reduce(0) { $0 + $1.cells.byteCount } }
  }

  /// What to say where the bytes of the file behind the table are not those that were written.
  var damage: StoreError? {
    path.map { StoreError.damaged(path: $0, section: "columns") }
  }

  /// The part of a row and the row's number in it.
  private func locate(_ row: Int) -> (part: Part, row: Int) {
    precondition(row >= 0 && row < rowCount, "a row lies in its table")
    let number = partition(0..<parts.count) { firstRows[$0 + 1] > row }
    return (parts[number], row - firstRows[number])
  }

  /// The code of a row in a key column; a search, so not for loops.
  ///
  /// The first code where the file behind the table is damaged.
  func code(_ column: Int, row: Int) -> Int {
    let (part, local) = locate(row)
    guard part.isSound(local..<local + 1) else { return 0 }
    if let place = part.shape.loose.firstIndex(of: column) { return part.loose[place][local] }
    if column == order.inner { return part.inner[local] }
    if column == order.line { return part.lines[local] }
    let slice = partition(0..<part.shape.sliceCount) { Int(part.sliceRows[$0 + 1]) > local }
    let codes = part.shape.outerCodes(ofSlice: slice)
    return zip(order.outer, codes).first { $0.0 == column }?.1 ?? 0
  }

  /// The value of a row in whole units; nil where the file behind the table is damaged.
  func value(row: Int) -> Int64? {
    let (part, local) = locate(row)
    guard part.isSound(local..<local + 1) else { return nil }
    let value = part.values[local]
    return value == 0 ? part.exceptions.value(ofRow: local) : value
  }

  func number(_ value: Int64) -> Double { Double(value) / powersOfTen[decimals] }
}

/// The powers that a double holds exactly.
let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
