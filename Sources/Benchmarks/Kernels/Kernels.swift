import Columns

/// The medians of all queries as bare scans.
struct Kernels {
  private let queries: KernelQueries
  private let openTime: Double
  private let clock = ContinuousClock()

  init(_ path: String, _ usesRollups: Bool, _ threads: Threads) throws(StoreError) {
    let start = clock.now
    let store = try Store(path)
    openTime = milliseconds(clock.now - start)
    queries = KernelQueries(store, usesRollups: usesRollups, threads: threads)
  }

  func run() throws(StoreError) {
    print("open \(openTime) ms; \(Resident.now)")
    for name in KernelQueries.names {
      var times: [Double] = []
      for _ in 0..<15 {
        let start = clock.now
        _ = try queries.answer(name)
        times.append(milliseconds(clock.now - start))
      }
      let first = times[0]
      times.sort()
      print("\(name): first \(first), median \(times[7]), least \(times[0]) ms")
      print("  \(queries.lastReport)")
    }
    print(Resident.now)
  }
}
