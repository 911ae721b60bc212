import Catalogue
import Engine
import Foundation
import Guidance
import Periods
import Shell
import TestKit
import Testing

@testable import ClickHouse

@Suite(
  "What tables may hold",
  .enabled(if: Cluster.isInstalled, "clickhouse-server is not installed"),
  .serialized
)
struct ContentTests {
  private static let evil = [
    "x' OR '1'='1", "\\", "\\'; DROP TABLE facts; --", "a\tb\nc", "`", "--", "/*", "'",
  ]

  @Test("names and members are quoted wherever they stand")
  func injection() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    let name = "evil`table\\' (;--"
    let columns = ["per`iod", "flow' OR 1", "part\\ner", "val\"ue", "product) --", "reporter;"]
    let table = "default.\(SQL.name(name))"
    try cluster.sql("DROP TABLE IF EXISTS \(table)")
    try cluster.sql(
      "CREATE TABLE \(table) (\(SQL.name(columns[0])) UInt32, \(SQL.name(columns[1])) String, "
        + "\(SQL.name(columns[2])) String, \(SQL.name(columns[3])) Decimal(18, 2), "
        + "\(SQL.name(columns[4])) String, \(SQL.name(columns[5])) String) ENGINE = Memory"
    )
    for (number, text) in ContentTests.evil.enumerated() {
      let literal = SQL.literal(text)
      try cluster.sql(
        "INSERT INTO \(table) VALUES (202401, 'X', \(literal), \(number + 1), \(literal), \(literal)),"
          + "(202401, \(literal), 'DEU', 1000, '01', 'USA')"
      )
    }
    var remote = RemoteTable(
      "clickhouse://trade@127.0.0.1:\(cluster.ports[0])/default.\(Server.encoded(name))"
    )
    remote.mapping = [
      "period": columns[0], "flow": columns[1], "partner": columns[2], "value": columns[3],
      "product": columns[4], "reporter": columns[5],
    ]
    let facts = try Cluster.access().open(remote)
    let unit = facts.dataSet.units[0]
    func sum(_ change: (inout FactRequest) -> Void) -> Double? {
      var request = FactRequest(
        series: "exports",
        reporter: nil,
        partner: .total,
        product: .total,
        unit: unit,
        vintage: .latest,
        aggregation: .sum
      )
      change(&request)
      return facts.timelines(request)[""]?.figure(for: Period(Month(year: 2024, month: 1))).value
    }
    let total = Double(ContentTests.evil.count * (ContentTests.evil.count + 1) / 2)
    #expect(sum { _ in } == total)
    for (number, text) in ContentTests.evil.enumerated() {
      let own = Double(number + 1)
      #expect(sum { $0.partner = .member(text) } == own, "partner \(text.debugDescription)")
      #expect(sum { $0.product = .member(text) } == own, "product \(text.debugDescription)")
      #expect(sum { $0.reporter = text } == own, "reporter \(text.debugDescription)")
      #expect(sum { $0.series = text.lowercased() } == 1000, "flow \(text.debugDescription)")
    }
    #expect(facts.failure == nil)
    #expect(sum { $0.partner = .member("' OR 1 OR '") } == nil)
  }

  @Test("sums that a server would let run over")
  func overflow() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    let types = [
      "Int64": "9000000000000000000", "UInt64": "18000000000000000000",
      "Decimal(38, 0)": "90000000000000000000000000000000000000",
    ]
    for (type, value) in types {
      try cluster.sql("DROP TABLE IF EXISTS large")
      try cluster.sql(
        "CREATE TABLE large (period UInt32, flow String, value \(type)) ENGINE = Memory"
      )
      // Four times the last runs around to a number that looks right; twice ends a server of 2018.
      let times = type.hasPrefix("Decimal") ? 4 : 2
      let rows = [String](repeating: "(202401, 'X', \(value))", count: times)
      try cluster.sql("INSERT INTO large VALUES \(rows.joined(separator: ", "))")
      var workspace = try cluster.workspace(cluster.address("large"))
      guard type.hasPrefix("Decimal") else {
        let amount = 2 * (Double(value) ?? 0)
        #expect(
          workspace.data(of: "exports 2024-01").contains("\"value\":\(Int(amount / 1e9))"),
          "\(type)"
        )
        continue
      }
      #expect(workspace.code(of: "exports 2024-01") == "sum-too-large")
    }
  }

  @Test(
    "columns of other types",
    arguments: [
      ("Date", "toDate('2024-01-15')", "UInt8", "2"),
      ("String", "'2024-01'", "String", "'exports'"),
      ("UInt32", "202401", "Enum8('X' = 1, 'M' = 2)", "'X'"),
      ("Nullable(UInt32)", "202401", "FixedString(3)", "'X'"),
    ]
  )
  func types(_ period: String, _ month: String, _ flow: String, _ word: String) throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    try cluster.sql("DROP TABLE IF EXISTS typed")
    try cluster.sql(
      "CREATE TABLE typed (refMonth \(period), flow \(flow), partner UInt16, hs UInt32, "
        + "amount Nullable(Float64)) ENGINE = Memory"
    )
    try cluster.sql(
      "INSERT INTO typed VALUES (\(month), \(word), 842, 10121, 2.5e9), (\(month), \(word), 276, 870310, 1.25e9), "
        + "(\(month), \(word), 276, 870310, NULL)"
    )
    var remote = RemoteTable(cluster.address("typed", "?period=refMonth&value=amount"))
    remote.name = "typed"
    let facts = try Cluster.access().open(remote)
    var workspace = Workspace(facts, files: NoFiles())
    for (query, value) in [
      "exports 2024-01": 3.75, "exports to US 2024-01": 2.5, "exports of HS 87 2024-01": 1.25,
    ] {
      let data = workspace.data(of: query)
      #expect(data.contains("\"value\":\(value)"), "\(query): \(data)")
    }
    #expect(facts.dataSet.products.map(\.code).contains("010121"))
  }

  @Test("a table in other units and other words")
  func units() throws {
    let cluster = try MadeUpFacts.loaded.get().cluster
    var workspace = Desk.workspace
    workspace.servers = Cluster.access()
    #expect(
      workspace.code(of: "open \"\(cluster.address("facts"))\" as thousands in eur*1000") == nil
    )
    let plain = try MadeUpFacts.loaded.get().memory.bench.facts.timelines(
      FactRequest(
        series: "exports",
        reporter: nil,
        partner: .total,
        product: .total,
        unit: .money(.usd),
        vintage: .latest,
        aggregation: .sum
      )
    )[""]?.figure(for: .init(year: 2024)).value
    let data = workspace.data(of: "exports 2024")
    #expect(data.contains("\"unit\":\"EUR bn\""))
    #expect(data.contains("\"value\":\((plain ?? 0) / 1e6)"), "\(data)")
  }
}
