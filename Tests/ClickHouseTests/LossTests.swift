import Engine
import Foundation
import Guidance
import Shell
import Synchronization
import TestKit
import Testing

@testable import ClickHouse

@Suite(
  "When servers go",
  .enabled(if: Cluster.isInstalled, "clickhouse-server is not installed"),
  .serialized
)
struct LossTests {
  private static func loaded(
    servers: Int = 2,
    replicas: Int = 1
  ) throws -> (Cluster, Workspace, address: String) {
    let cluster = try Cluster(servers: servers, replicas: replicas)
    let csv = cluster.folder.path + "/facts.csv"
    try Data(MadeUpFacts.csv(rows: 20_000).utf8).write(to: URL(filePath: csv))
    let data = try MadeUpFacts.store(of: csv, at: cluster.folder.path + "/facts.tws")
    let address = cluster.address("facts", servers: Array(1...servers))
    _ = try Cluster.access().load(data, into: address) { false }
    return (cluster, try cluster.workspace(address), address)
  }

  @Test("a lost shard is one diagnostic and never a part of a sum")
  func shard() throws {
    var (cluster, workspace, _) = try LossTests.loaded()
    let before = workspace.printed("exports 2025")
    let imports = workspace.printed("imports 2025")
    cluster.order("kill", 2)
    #expect(workspace.printed("exports 2025") == before, "what was fetched stays")
    _ = workspace.printed("refresh")
    for entry in [
      "imports from US 2025", "exports to Germany yoy", "top 3 partners by exports 2024",
      "explain imports from Japan 2025", "say exports to France 2025", "when exports to US > 1",
      "export exports to US into \"x.csv\"", "describe Japan", "exports to ASEAN 2025",
    ] {
      let printed = workspace.printed(entry)
      #expect(
        printed.hasPrefix("shard-lost: a part of the cluster did not answer"),
        "\(entry): \(printed)"
      )
    }
    cluster.order("start", 2)
    _ = workspace.printed("refresh")
    #expect(workspace.printed("imports 2025") == imports)
  }

  @Test("a shard that goes in the middle of a statement")
  func midway() throws {
    let (cluster, loaded, _) = try LossTests.loaded()
    var workspace = loaded
    cluster.order("freeze", 2)
    let killed = Thread {
      Thread.sleep(forTimeInterval: 0.3)
      cluster.order("kill", 2)
    }
    killed.start()
    let start = ContinuousClock.now
    let printed = workspace.printed("imports 2025")
    let duration = ContinuousClock.now - start
    #expect(printed.hasPrefix("shard-lost:"), "\(printed)")
    #expect(duration > .milliseconds(200))
    #expect(workspace.transcript.entries.isEmpty)
  }

  @Test("a lost replica changes nothing, both of a shard are an error")
  func replica() throws {
    var (cluster, workspace, _) = try LossTests.loaded(servers: 4, replicas: 2)
    let before = workspace.printed("exports by partner 2025")
    #expect(before.contains("Germany"))
    cluster.order("kill", 3)
    _ = workspace.printed("refresh")
    #expect(workspace.printed("exports by partner 2025") == before)
    cluster.order("kill", 4)
    #expect(workspace.printed("imports 2025").hasPrefix("shard-lost:"))
  }

  @Test("the next host answers where the first is down")
  func nextHost() throws {
    var (cluster, workspace, _) = try LossTests.loaded(servers: 4, replicas: 2)
    let before = workspace.printed("exports 2025")
    cluster.order("kill", 1)
    _ = workspace.printed("refresh")
    #expect(workspace.printed("exports 2025") == before)
  }

  @Test("^C ends the statement on the server within half a second")
  func interruption() throws {
    let cluster = try Cluster()
    // Quick to open, and endless once it is open.
    let rows =
      "SELECT toUInt32(202401) AS period, 'X' AS flow, toInt32(number % 7) AS value "
      + "FROM system.numbers"
    try cluster.sqlEverywhere("CREATE VIEW endless AS \(rows) LIMIT 10")
    try cluster.sql(
      "CREATE TABLE slow (period UInt32, flow String, value Int32) "
        + "ENGINE = Distributed(facts, default, endless)"
    )
    let isStopped = Flag()
    var table = RemoteTable(cluster.address("slow"))
    table.name = "slow"
    var workspace = Workspace(try Cluster.access().open(table), files: NoFiles())
    workspace.bench.isCancelled = { isStopped.value }
    try cluster.sqlEverywhere("DROP TABLE endless")
    try cluster.sqlEverywhere("CREATE VIEW endless AS \(rows)")
    let press = Thread {
      Thread.sleep(forTimeInterval: 0.4)
      isStopped.pressed = ContinuousClock.now
      isStopped.value = true
    }
    press.start()
    #expect(workspace.code(of: "exports 2025") == "interrupted")
    let pressed = try #require(isStopped.pressed)
    #expect(ContinuousClock.now - pressed < .milliseconds(500))
    let running =
      "SELECT count() FROM system.processes WHERE query LIKE '%sum(%' AND query NOT LIKE '%processes%'"
    for server in 1...2 {
      while try cluster.sql(running, on: server) != "0\n",
        ContinuousClock.now - pressed < .seconds(3)
      {
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
    #expect(ContinuousClock.now - pressed < .milliseconds(500), "until nothing runs on the server")
    isStopped.value = false
    #expect(workspace.code(of: "help") == nil, "the session goes on")
  }

  private final class Flag: @unchecked Sendable {
    private let state = Mutex((value: false, pressed: ContinuousClock.Instant?.none))
    var value: Bool {
      get { state.withLock { $0.value } }
      set { state.withLock { $0.value = newValue } }
    }
    var pressed: ContinuousClock.Instant? {
      get { state.withLock { $0.pressed } }
      set { state.withLock { $0.pressed = newValue } }
    }
  }

  @Test("a server that hangs is given up")
  func timeout() throws {
    let (cluster, _, _) = try LossTests.loaded()
    var workspace = try cluster.workspace(cluster.address("facts", "?timeout=1"))
    cluster.order("freeze", 1)
    let start = ContinuousClock.now
    let code = workspace.code(of: "exports 2025")
    cluster.order("thaw", 1)
    #expect(code == "server-timeout")
    #expect(ContinuousClock.now - start < .seconds(8))
  }
}
