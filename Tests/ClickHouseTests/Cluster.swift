import Catalogue
import Columns
import Engine
import Foundation
import Guidance
import Shell
import Synchronization
import TestKit

@testable import ClickHouse

/// Servers started for tests, which end with the test's process whatever becomes of it.
final class Cluster: @unchecked Sendable {
  static let password = "s3cret"

  /// The folder of the server's program on usual systems.
  static let isInstalled = ["/usr/sbin", "/usr/bin", "/usr/local/bin"].contains { folder in
    FileManager.default.isExecutableFile(atPath: "\(folder)/clickhouse-server")
  }

  private(set) var ports: [Int] = []
  private(set) var securePort = 0
  let folder: URL
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  /// Two shards that several tests share and none harms.
  static let shared = Result { try Cluster() }

  init(servers: Int = 2, replicas: Int = 1) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tw-ch-\(UUID().uuidString)")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Support/cluster")
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bash", script.path, folder.path, "\(servers)", "\(replicas)"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let words = Cluster.line(from: output).split(separator: " ")
    guard words.first == "ready", let last = words.last.flatMap({ Int($0) }) else {
      throw Failure(text: words.joined(separator: " "))
    }
    ports = words.dropFirst().prefix(servers).compactMap { Int($0) }
    securePort = last
  }

  struct Failure: Error { var text: String }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func line(from pipe: Pipe) -> String {
    var bytes: [UInt8] = []
    while let byte = try? pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `kill`, `start`, `freeze` and `thaw` of a server, from 1.
  func order(_ command: String, _ server: Int) {
    try? input.fileHandleForWriting.write(contentsOf: Data("\(command) \(server)\n".utf8))
    _ = Cluster.line(from: output)
  }

  // MARK: Asking

  func address(
    _ table: String,
    user: String = "trade",
    servers: [Int] = [1],
    _ options: String = ""
  ) -> String {
    let hosts = servers.map { "127.0.0.1:\(ports[$0 - 1])" }.joined(separator: ",")
    return "clickhouse://\(user)@\(hosts)/default.\(table)\(options)"
  }

  static func access(
    password: String? = password,
    ask: @escaping @Sendable (String) -> String? = { _ in nil },
    certificates: String? = nil
  ) -> ClickHouseAccess {
    ClickHouseAccess(password: { password }, ask: ask, certificates: certificates)
  }

  /// A session on the table.
  func workspace(_ address: String, as name: String = "facts") throws -> Workspace {
    var table = RemoteTable(address)
    table.name = name
    var workspace = Workspace(try Cluster.access().open(table), files: NoFiles())
    workspace.servers = Cluster.access()
    return workspace
  }

  /// Runs a statement on one server and gives its reply, or what it says was wrong.
  @discardableResult
  func sql(_ text: String, on server: Int = 1) throws -> String {
    let address = try ServerAddress(address("x", servers: [server]))
    let connection = Server(address, password: Cluster.password)
    do throws(ServerError) {
      return String(decoding: try connection.run(text), as: UTF8.self)
    } catch {
      throw Failure(text: error.diagnostic(address).message)
    }
  }

  func sqlEverywhere(_ text: String) throws {
    for server in 1...ports.count { try sql(text, on: server) }
  }
}

/// Facts made up by a rule, the same every time.
enum MadeUpFacts {
  static let reporters = ["CHN", "USA", "DEU", "JPN", "KOR", "VNM", "THA", "FRA"]
  static let partners = reporters + ["GBR", "SGP", "MYS", "IDN", "PHL", "KHM", "LAO", "MMR", "BRN"]
  static let products = ["854231", "854232", "854140", "870310", "720110", "270900", "010121"]

  /// Lines as UN Comtrade writes them: months of 2021 to 2025, values with two decimals.
  static func csv(rows: Int) -> String {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var lines = ["period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue"]
    for row in 0..<rows {
      let month = row % 60
      let period = (2021 + month / 12) * 100 + month % 12 + 1
      let cents = (next(1000) + 1) * (next(10_000) + 1) * (next(50) + 1)
      let cells = [
        "\(period)", reporters[next(reporters.count)], partners[next(partners.count)],
        next(5) < 3 ? "X" : "M", products[next(products.count)],
        "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)",
      ]
      lines.append(cells.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A store made of a CSV file.
  static func store(of csv: String, at path: String) throws -> DataSet {
    var plan = CSVImport(
      keys: [
        .field("flowCode"), .field("reporterISO"), .field("partnerISO"), .field("cmdCode"),
        .constant("USD"), .field("period"), .constant(""), .constant(""),
      ],
      value: "primaryValue",
      order: ClusterOrder(outer: [0, 1, 2], line: 3, inner: 5)
    )
    plan.decimals = 2
    _ = try plan.run(csv, to: path, progress: { _ in })
    guard let data = DataSet(try Store(path), name: "facts") else {
      throw Cluster.Failure(text: "no trade facts")
    }
    return data
  }

  /// The same facts in a store and in the two shards of the shared cluster.
  static let loaded = Result {
    () throws -> (memory: Workspace, server: Workspace, cluster: Cluster) in
    let cluster = try Cluster.shared.get()
    let folder = cluster.folder.path
    var csv = ProcessInfo.processInfo.environment["TRADEWIND_FACTS_CSV"]
    if csv == nil {
      csv = folder + "/facts.csv"
      try Data(MadeUpFacts.csv(rows: 60_000).utf8).write(to: URL(filePath: csv ?? ""))
    }
    let data = try store(of: csv ?? "", at: folder + "/facts.tws")
    let memory = Workspace(EmbeddedFacts(data), files: NoFiles())
    let address = cluster.address("facts", servers: [1, 2], "?timeout=600")
    _ = try Cluster.access().load(data, into: address) { false }
    return (memory, try cluster.workspace(address), cluster)
  }
}

extension Workspace {
  /// What an entry prints, or its diagnostic with its message.
  mutating func printed(_ entry: String) -> String {
    switch result(of: entry) {
    case .success(let reply):
      reply.answer.map { outputLines($0, input: entry).joined(separator: "\n") } ?? ""
    case .failure(let diagnostic): "\(diagnostic.code.rawValue): \(diagnostic.message)"
    }
  }

  /// The code of the diagnostic that an entry gets; nil where it runs.
  mutating func code(of entry: String) -> String? {
    if case .failure(let diagnostic) = result(of: entry) { diagnostic.code.rawValue } else { nil }
  }
}
