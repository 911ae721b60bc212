import Engine
import Foundation
import Guidance
import Shell
import TestKit
import Testing

@testable import ClickHouse

@Suite(
  "Who may ask what",
  .enabled(if: Cluster.isInstalled, "clickhouse-server is not installed"),
  .serialized
)
struct AccessTests {
  private func diagnostic(
    _ address: String,
    _ access: ClickHouseAccess = Cluster.access()
  ) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try access.open(RemoteTable(address))
      return nil
    } catch { return error }
  }

  @Test("a wrong password is refused, and nothing of it is shown")
  func wrongPassword() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    let found = diagnostic(cluster.address("facts"), Cluster.access(password: "tops3cret"))
    #expect(found?.code == "server-refused")
    #expect(!"\(String(describing: found))".contains("tops3cret"))
  }

  @Test("a password is asked for where none is known")
  func asked() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    let access = Cluster.access(password: nil) { $0 == "trade@127.0.0.1" ? Cluster.password : nil }
    #expect(diagnostic(cluster.address("facts"), access) == nil)
    #expect(
      diagnostic(cluster.address("facts"), Cluster.access(password: nil))?.code == "server-refused"
    )
  }

  @Test("users who may only read get the same answers", arguments: ["reader", "locked"])
  func readers(_ user: String) throws {
    var (memory, _, cluster) = try MadeUpFacts.loaded.get()
    var workspace = try cluster.workspace(cluster.address("facts", user: user))
    for query in ["exports 2025", "exports by partner 2025", "surplus yoy"] {
      #expect(workspace.printed(query) == memory.printed(query), "\(user): \(query)")
    }
  }

  @Test("a profile under which sums may be partial is refused")
  func careless() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    let found = diagnostic(cluster.address("facts", user: "careless"))
    #expect(found?.code == "sums-not-whole")
    #expect(found?.message.contains("skip_unavailable_shards") == true)
  }

  @Test("a profile that stops at a number of groups makes an error, not a part of a table")
  func hasty() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    // Without the settings sent along, the server would be silent about the rest.
    let found = diagnostic(cluster.address("facts", user: "hasty"))
    #expect(found?.code == "server-failed")
    #expect(found?.message.contains("GROUP BY exceeded") == true)
  }

  @Test("a server is trusted by its authority alone")
  func encryption() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    let address = "clickhouses://trade@127.0.0.1:\(cluster.securePort)/default.facts"
    #expect(diagnostic(address)?.code == "server-not-trusted")
    let authority = cluster.folder.path + "/server.crt"
    #expect(diagnostic("\(address)?ca=\(authority)") == nil)
    #expect(diagnostic(address, Cluster.access(certificates: authority)) == nil)
  }

  @Test("what is not there is said")
  func absences() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    #expect(diagnostic(cluster.address("nothing"))?.code == "no-such-table")
    #expect(
      diagnostic("clickhouse://trade@127.0.0.1:1/default.facts")?.code == "server-unreachable"
    )
    #expect(diagnostic(cluster.address("facts", "?partner=land"))?.code == "unknown-column")
    #expect(diagnostic(cluster.address("facts", "?sort=partner"))?.code == "unknown-role")
    try cluster.sql("CREATE TABLE IF NOT EXISTS plain (a String, b UInt8) ENGINE = Memory")
    #expect(diagnostic(cluster.address("plain"))?.code == "unknown-layout")
    try cluster.sql(
      "CREATE TABLE IF NOT EXISTS bare (period UInt32, flow String, value Int64) ENGINE = Memory"
    )
    #expect(diagnostic(cluster.address("bare"))?.code == "no-figures")
  }

  @Test("a statement that the server cannot run is its own diagnostic")
  func failures() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    try cluster.sql("DROP TABLE IF EXISTS passing")
    try cluster.sql(
      "CREATE TABLE passing (period UInt32, flow String, value Int64) ENGINE = Memory"
    )
    try cluster.sql("INSERT INTO passing VALUES (202401, 'X', 5)")
    var workspace = try cluster.workspace(cluster.address("passing"))
    try cluster.sql("DROP TABLE passing")
    #expect(workspace.code(of: "exports 2024") == "no-such-table")
    try cluster.sql(
      "CREATE TABLE passing (period UInt32, flow String, worth Int64) ENGINE = Memory"
    )
    #expect(workspace.code(of: "exports 2024") == "server-failed")
    try cluster.sql("DROP TABLE passing")
    try cluster.sql(
      "CREATE TABLE passing (period UInt32, flow String, value Int64) ENGINE = Memory"
    )
    try cluster.sql("INSERT INTO passing VALUES (202401, 'X', 5), (202402, 'X', 5)")
    #expect(workspace.code(of: "exports 2024") == "table-changed")
    _ = workspace.printed("refresh")
    #expect(workspace.code(of: "exports 2024") == nil)
  }

  @Test("a session opens a table, and a stranger's session does not")
  func sessions() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    var workspace = Desk.workspace
    workspace.servers = Cluster.access()
    let opening = "open \"\(cluster.address("facts"))\" as world (period: period, value: value)"
    #expect(workspace.printed(opening).contains("trade facts on a server · 60000 figures"))
    #expect(workspace.code(of: "exports to US 2025") == nil)
    #expect(workspace.code(of: "use china-customs") == nil)
    #expect(workspace.code(of: "use world") == nil)
    let text = workspace.sessionText
    #expect(text.contains(opening))
    #expect(!text.contains(Cluster.password))
    var stranger = Desk.workspace
    #expect(stranger.code(of: opening) == "servers-refused")
    let report = try SessionRunner(facts: Desk.facts).replay(text)
    #expect(report.count(.error) + report.count(.fail) > 0)
  }
}
