import Columns

/// Measures the column store on the generator's files.
///
///     tradewind-bench import facts.csv facts.tws [--no-rollups]
///     tradewind-bench serve facts.tws [--no-rollups] [--threads N]
///     tradewind-bench run facts.tws [--no-rollups] [--threads N]
///     tradewind-bench charts
///
/// `serve` reads names of queries line by line and answers each with a line of JSON, so that a
/// script can let several engines take turns; `run` prints the medians of all queries.
@main
struct Main {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let usesRollups = !take("--no-rollups", from: &arguments)
    var threads = Threads.all
    if let place = arguments.firstIndex(of: "--threads"), place + 1 < arguments.count {
      threads = Threads(Int(arguments[place + 1]) ?? 2)
      arguments.removeSubrange(place...place + 1)
    }
    do throws(StoreError) {
      switch (arguments.first, arguments.count) {
      case ("import", 3):
        try load(arguments[1], into: arguments[2], usesRollups, threads)
      case ("serve", 2):
        try Server(arguments[1], usesRollups, threads).serve()
      case ("run", 2):
        try Server(arguments[1], usesRollups, threads).run()
      case ("charts", 1): Drawings.run()
      default:
        print("usage: tradewind-bench import CSV STORE | serve STORE | run STORE | charts")
      }
    } catch {
      print("\(error)")
    }
  }

  private static func take(_ flag: String, from arguments: inout [String]) -> Bool {
    guard let place = arguments.firstIndex(of: flag) else { return false }
    arguments.remove(at: place)
    return true
  }

  /// Imports a file of the generator.
  private static func load(
    _ source: String,
    into target: String,
    _ usesRollups: Bool,
    _ threads: Threads
  ) throws(StoreError) {
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
    let clock = ContinuousClock()
    let start = clock.now
    var readEnd = start
    let report = try plan.run(
      source,
      to: target,
      progress: { if $0.stage == .reading { readEnd = clock.now } }
    )
    let total = milliseconds(clock.now - start)
    let reading = milliseconds(readEnd - start)
    let store = try Store(target)
    let bytes = store.table.byteCounts
    print("\(report.rowCount) rows, \(report.refusedCount) lines refused, \(report.isSpilled)")
    print("read \(reading) ms = \(Double(report.byteCount) / reading / 1000) MB/s")
    print("in all \(total) ms = \(Double(report.byteCount) / total / 1000) MB/s")
    print(
      "\(Double(bytes.columns) / Double(report.rowCount)) bytes a row, rollups \(bytes.rollups)"
    )
    print("file \(store.byteCount) bytes; resident \(Resident.now)")
  }
}

func milliseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
}
