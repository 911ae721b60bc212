import Columns

/// Imports a file of the generator and tells how long it took.
struct Loading {
  private let usesRollups: Bool
  private let threads: Threads
  private let clock = ContinuousClock()

  init(_ usesRollups: Bool, _ threads: Threads) {
    self.usesRollups = usesRollups
    self.threads = threads
  }

  func run(_ source: String, into target: String) throws(StoreError) {
    var plan = CSVImport(
      keys: [
        .field("flowCode"), .field("reporterISO"), .field("partnerISO"), .field("cmdCode"),
        .constant("USD"), .field("period"), .constant(""), .constant(""),
      ],
      value: "primaryValue",
      order: ClusterOrder(outer: [0, 1, 2], line: 3, inner: 5)
    )
    plan.threads = threads
    plan.rollups = usesRollups ? .whereUseful : .never
    let start = clock.now
    var readEnd = start
    let report = try plan.run(
      source,
      to: target,
      progress: { if $0.stage == .reading { readEnd = clock.now } }
    )
    let total = milliseconds(clock.now - start)
    let store = try Store(target)
    let bytes = store.table.byteCounts
    print(
      "{\"rows\":\(report.rowCount),\"refused\":\(report.refusedCount),"
        + "\"read_s\":\(milliseconds(readEnd - start) / 1000),\"total_s\":\(total / 1000),"
        + "\"csv_bytes\":\(report.byteCount),\"column_bytes\":\(bytes.columns),"
        + "\"rollup_bytes\":\(bytes.rollups),\"file_bytes\":\(store.byteCount),"
        + "\"spilled\":\(report.isSpilled),\(Resident.now)}"
    )
  }
}
