import Engine
import Foundation
import Shell
import TestKit
import Testing

@testable import ClickHouse

enum NewDialect {
  static let command: (python: String, front: String)? = {
    let front = Project.root.appending(path: "../shared/tools/clickhouse/new_dialect_http.py").path
    guard let python = ProcessInfo.processInfo.environment["TRADEWIND_CHDB"],
      FileManager.default.isExecutableFile(atPath: python),
      FileManager.default.fileExists(atPath: front)
    else { return nil }
    return (python, front)
  }()
}

/// A server of ClickHouse's newer dialect: chDB behind a front that speaks its HTTP.
///
/// `TRADEWIND_CHDB` names the Python that has chDB.
@Suite(
  "The newer dialect",
  .enabled(if: NewDialect.command != nil, "TRADEWIND_CHDB names no Python with chDB")
)
struct NewDialectTests {
  @Test("loads, answers and explains as the older one does")
  func same() throws {
    let command = try #require(NewDialect.command)
    let port = 20_000 + Int(getpid()) % 20_000
    let process = Process()
    process.executableURL = URL(filePath: command.python)
    process.arguments = [command.front, "\(port)"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "tw-new-\(port)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let csv = folder.path + "/facts.csv"
    try Data(MadeUpFacts.csv(rows: 20_000).utf8).write(to: URL(filePath: csv))
    let data = try MadeUpFacts.store(of: csv, at: folder.path + "/facts.tws")
    let address = "clickhouse://trade@127.0.0.1:\(port)/trade.facts"
    let server = Server(try ServerAddress(address), password: Cluster.password)
    for _ in 0..<200 where (try? server.run("SELECT 1")) == nil {
      Thread.sleep(forTimeInterval: 0.1)
    }
    let version = String(decoding: try server.run("SELECT version()"), as: UTF8.self)
    #expect(Int(version.prefix { $0 != "." }) ?? 0 >= 24, "\(version)")
    #expect(
      try Cluster.access().load(data, into: address, isCancelled: { false }).first
        == "20000 facts loaded into trade.facts"
    )
    var table = RemoteTable(address)
    table.name = "facts"
    var memory = Workspace(EmbeddedFacts(data), files: NoFiles())
    var workspace = Workspace(try Cluster.access().open(table), files: NoFiles())
    for query in EqualityTests.queries where !query.contains("source") {
      #expect(workspace.printed(query) == memory.printed(query), "\(query)")
    }
    var old = Workspace(try Cluster.access().open(table), files: NoFiles())
    #expect(
      old.printed("explain exports to US 2025").contains("WHERE `flow` = 'X' AND `partner` = 'USA'")
    )
    #expect(workspace.bench.facts.fingerprint.count >= 16)
  }
}
