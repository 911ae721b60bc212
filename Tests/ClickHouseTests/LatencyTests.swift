import Engine
import Foundation
import Shell
import TestKit
import Testing

@testable import ClickHouse

@Suite(
  "The cost of the words",
  .enabled(if: Cluster.isInstalled, "clickhouse-server is not installed"),
  .serialized
)
struct LatencyTests {
  /// Milliseconds that an entry may cost beside its statement; without optimization, a lot more.
  private static var limit: Double {
    #if DEBUG
      20
    #else
      3
    #endif
  }

  @Test(
    "beside the same statement through the same client",
    arguments: ["exports to US yoy", "surplus ytd", "exports 2025", "exports to ASEAN by year"]
  )
  func overhead(_ query: String) throws {
    // A session of its own: other suites count the statements of theirs.
    let cluster = try MadeUpFacts.loaded.get().cluster
    var workspace = try cluster.workspace(cluster.address("facts", servers: [1, 2]))
    let facts = try #require(workspace.bench.facts as? ClickHouseFacts)
    let explained = workspace.printed("explain \(query)")
    let sql = explained.split(separator: "\n").drop { !$0.contains("asked of the server") }
      .dropFirst().prefix { $0.hasPrefix("    ") }.joined(separator: "\n")
    #expect(sql.contains("SELECT"))
    let clock = ContinuousClock()
    var plain: [Double] = []
    var asked: [Double] = []
    for _ in 0..<15 {
      plain.append(try clock.measure { _ = try facts.table.server.run(sql) } / .milliseconds(1))
      facts.table.forget()
      asked.append(clock.measure { _ = workspace.printed(query) } / .milliseconds(1))
    }
    let (sqlTime, time) = (plain.sorted()[7], asked.sorted()[7])
    // The figures go to whoever runs the test by hand.
    if ProcessInfo.processInfo.environment["TRADEWIND_SHOW_TIMES"] != nil {
      print("\(query): statement \(sqlTime) ms, entry \(time) ms")
    }
    #expect(time - sqlTime < LatencyTests.limit, "\(query): \(sqlTime) and \(time) ms")
  }
}
