import Engine
import Foundation
import Guidance
import Shell
import TestKit
import Testing

@testable import ClickHouse

@Suite(
  "Loading a data set into a cluster",
  .enabled(if: Cluster.isInstalled, "clickhouse-server is not installed"),
  .serialized
)
struct LoadTests {
  private func load(_ data: Workspace, _ address: String) -> (lines: [String], code: String?) {
    var workspace = data
    workspace.servers = Cluster.access()
    switch workspace.result(of: "export data into \"\(address)\"") {
    case .success(let reply):
      if case .text(let lines) = reply.answer?.content { return (lines, nil) }
      return ([], nil)
    case .failure(let diagnostic):
      return ([diagnostic.message] + diagnostic.notes, diagnostic.code.rawValue)
    }
  }

  @Test("goes on where it broke off, and leaves what is complete alone")
  func resuming() throws {
    let (memory, _, _) = try MadeUpFacts.loaded.get()
    let cluster = try Cluster()
    let address = cluster.address("world", servers: [1, 2])
    cluster.order("kill", 2)
    #expect(load(memory, address).code == "server-unreachable")
    cluster.order("start", 2)
    let first = load(memory, address)
    #expect(first.lines.first?.hasPrefix("60000 facts loaded") == true, "\(first)")
    let again = load(memory, address)
    #expect(again.lines.contains("60000 facts were there already"), "\(again)")

    // A load that was killed in the middle of 2023 has left a part of it, and its notes.
    try cluster.sqlEverywhere("ALTER TABLE world_local DROP PARTITION 2024")
    try cluster.sql("ALTER TABLE world_local DROP PARTITION 2023")
    #expect(
      load(memory, address).code == "table-differs",
      "without notes nobody's facts are dropped"
    )
    try cluster.sql("CREATE TABLE IF NOT EXISTS world_loading (part String) ENGINE = TinyLog")
    try cluster.sql("INSERT INTO world_loading VALUES ('2023')")
    let resumed = load(memory, address)
    #expect(resumed.lines.contains("36000 facts were there already"), "\(resumed)")
    var server = try cluster.workspace(address)
    var expected = memory
    #expect(
      server.printed("exports by partner, year") == expected.printed("exports by partner, year")
    )
    #expect(
      try cluster.sql("SELECT count() FROM system.tables WHERE name = 'world_loading'") == "0\n"
    )
  }

  @Test("spreads over every shard of the cluster named")
  func shards() throws {
    let (memory, _, cluster) = try MadeUpFacts.loaded.get()
    for server in 1...2 {
      let count =
        Int(try cluster.sql("SELECT count() FROM facts_local", on: server).dropLast()) ?? 0
      #expect(count > 20_000)
    }
    #expect(
      load(memory, cluster.address("spread", servers: [1], "?cluster=facts")).code
        == "no-such-cluster"
    )
    #expect(
      load(memory, cluster.address("spread", servers: [1, 2], "?cluster=none")).code
        == "no-such-cluster"
    )
  }

  @Test("leaves the tables of others alone")
  func others() throws {
    let (memory, _, cluster) = try MadeUpFacts.loaded.get()
    try cluster.sql("CREATE TABLE IF NOT EXISTS mine (a String) ENGINE = Memory")
    #expect(load(memory, cluster.address("mine")).code == "table-differs")
  }

  @Test("refuses what a table of trade facts cannot hold")
  func refusals() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    #expect(load(Desk.workspace, cluster.address("vintages")).code == "cannot-load")
  }

  @Test("tells of facts that did not arrive")
  func incomplete() throws {
    let (memory, _, cluster) = try MadeUpFacts.loaded.get()
    // A table that keeps nothing looks like one that lost what it was sent.
    try cluster.sql("DROP TABLE IF EXISTS lossy")
    try cluster.sql(
      "CREATE TABLE lossy (flow FixedString(1), reporter FixedString(3), partner FixedString(3), "
        + "product FixedString(6), period UInt32, value Decimal(18, 2)) ENGINE = Null"
    )
    #expect(load(memory, cluster.address("lossy")).code == "load-incomplete")
  }
}
