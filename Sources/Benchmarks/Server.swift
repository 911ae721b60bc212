import Columns

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Answers queries by name.
struct Server {
  private let queries: Queries
  private let openTime: Double
  private let clock = ContinuousClock()

  init(_ path: String, _ usesRollups: Bool, _ threads: Threads) throws(StoreError) {
    let start = clock.now
    let store = try Store(path)
    openTime = milliseconds(clock.now - start)
    queries = Queries(store, usesRollups: usesRollups, threads: threads)
  }

  func serve() throws(StoreError) {
    say("{\"ready\":\"tradewind\",\"load_s\":\(openTime / 1000),\(Resident.now)}")
    while let name = readLine(), name != "quit" {
      if name == "rss" {
        say("{\(Resident.now)}")
        continue
      }
      let start = clock.now
      let result = try queries.answer(name)
      let time = milliseconds(clock.now - start)
      guard let result else {
        say("{\"q\":\"\(name)\",\"error\":\"not one of ours\"}")
        continue
      }
      let digest = result.digest.map { "\(($0 * 1e6).rounded() / 1e6)" }.joined(separator: ",")
      say(
        "{\"q\":\"\(name)\",\"ms\":\(time),\"rows\":\(result.rowCount),\"digest\":[\(digest)],"
          + "\(Resident.now)}"
      )
    }
  }

  /// Whoever asked waits for the line.
  private func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  func run() throws(StoreError) {
    print("open \(openTime) ms; \(Resident.now)")
    for name in Queries.names {
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

/// Memory of this process that is resident, now and at most.
enum Resident {
  static var now: String {
    guard let status = fopen("/proc/self/status", "r") else { return "\"rss_mb\":0" }
    defer { fclose(status) }
    var values: [String: Int] = [:]
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, status) != nil {
      let text = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let words = String(decoding: text, as: UTF8.self).split { " \t\n".contains($0) }
      if words.count > 1 { values[String(words[0])] = Int(words[1]) }
    }
    let now = (values["VmRSS:"] ?? 0) / 1024
    return "\"rss_mb\":\(now),\"peak_mb\":\((values["VmHWM:"] ?? 0) / 1024)"
  }
}
