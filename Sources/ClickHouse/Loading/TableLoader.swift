import Catalogue
import Guidance
import Periods

/// Loads the facts of a data set into a table, spread over the shards of a cluster if there is one.
///
/// A load that broke off goes on where it was: partitions that are complete are left alone, and
/// those that a load began are dropped and loaded again. No other partition is ever dropped.
struct TableLoader {
  private let facts: OutgoingFacts
  private let server: Server
  private let isCancelled: @Sendable () -> Bool

  private var address: ServerAddress { server.address }
  private var database: String { SQL.name(address.database) }
  private func table(_ ending: String = "") -> String {
    "\(database).\(SQL.name(address.table + ending))"
  }

  /// Where partitions are noted that a load began.
  private var notes: String { table("_loading") }

  init(
    _ data: DataSet,
    _ server: Server,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) {
    facts = try OutgoingFacts(data)
    self.server = server
    self.isCancelled = isCancelled
  }

  /// Loads what is not there yet, and tells what was done.
  func run() throws(Diagnostic) -> [String] {
    let cluster = try clusterName()
    let part = cluster == nil ? table() : table("_local")
    for host in address.hosts {
      try ask("CREATE DATABASE IF NOT EXISTS \(database)", on: host)
      try ask(creation(of: part), on: host)
      guard let cluster else { continue }
      let key = facts.columns.dropFirst().map { SQL.name($0.name) }.joined(separator: ", ")
      try ask(
        "CREATE TABLE IF NOT EXISTS \(table()) AS \(part) ENGINE = Distributed("
          + "\(SQL.name(cluster)), \(database), \(SQL.name(address.table + "_local")), "
          + "cityHash64(\(key)))",
        on: host
      )
    }
    try checkColumns()
    try ask("CREATE TABLE IF NOT EXISTS \(notes) (part String) ENGINE = TinyLog")
    let begun = Set(try rows("SELECT part FROM \(notes) FORMAT TabSeparated").compactMap(\.first))
    var loaded = 0
    var present = 0
    for partition in facts.partitions {
      let wanted = try facts.total(of: partition)
      let there = try total(of: partition)
      guard !there.agrees(with: wanted) else {
        present += wanted.count
        continue
      }
      if there.count > 0 {
        try drop(partition, of: part, holding: there.count, isOurs: begun.contains(partition))
      }
      try load(partition, wanted)
      loaded += wanted.count
    }
    try ask("DROP TABLE IF EXISTS \(notes)")
    return report(loaded: loaded, present: present, cluster)
  }

  private func report(loaded: Int, present: Int, _ cluster: String?) -> [String] {
    var lines = ["\(loaded) facts loaded into \(address.database).\(address.table)"]
    if let cluster { lines[0] += " on \(address.hosts.count) servers of the cluster \(cluster)" }
    if present > 0 { lines.append("\(present) facts were there already") }
    if facts.leftOut > 0 { lines.append("\(facts.leftOut) figures that are no money stay behind") }
    lines.append("count and sum of every year agree")
    return lines
  }

  // MARK: Tables

  /// The cluster to spread over; nil for a table on one server.
  private func clusterName() throws(Diagnostic) -> String? {
    let named = address.options["cluster"]
    guard named != nil || address.hosts.count > 1 else { return nil }
    let sizes = try rows(
      "SELECT cluster, toString(count()) FROM system.clusters GROUP BY cluster FORMAT TabSeparated"
    )
    let clusters = Dictionary(sizes.filter { $0.count == 2 }.map { ($0[0], Int($0[1]) ?? 0) }) {
      a,
      _ in a
    }
    let count = address.hosts.count
    let fitting = clusters.filter { $0.value == count && (named == nil || named == $0.key) }.keys
    guard let name = fitting.first, fitting.count == 1 else {
      let known = clusters.sorted { $0.key < $1.key }.map { "\($0.key) of \($0.value)" }
      throw Diagnostic(
        "no-such-cluster",
        named.map { "the address names \(count) servers, and no cluster '\($0)' has as many" }
          ?? "the address names \(count) servers, and not exactly one cluster has as many",
        notes: [
          "clusters: \(known.joined(separator: ", "))",
          "name every server: clickhouse://user@one:8123,two:8123/\(address.database)"
            + ".\(address.table)?cluster=NAME",
        ]
      )
    }
    return name
  }

  private var isMonthly: Bool {
    facts.data.periods.allSatisfy { $0.length == 1 }
  }

  /// The year of a row.
  private var partitionKey: String {
    isMonthly ? "intDiv(period, 100)" : "toUInt16(substring(toString(period), 1, 4))"
  }

  private var columns: [(name: String, type: String)] {
    let value = facts.scale.map { "Decimal(18, \($0))" } ?? "Float64"
    return (facts.columns + [facts.period]).map { ($0.name, $0.type) } + [("value", value)]
  }

  private func creation(of table: String) -> String {
    let list = columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
    return "CREATE TABLE IF NOT EXISTS \(table) (\(list)) ENGINE = MergeTree "
      + "PARTITION BY \(partitionKey) ORDER BY (flow, reporter, partner, product, period)"
  }

  /// Refuses a table that is there and looks different.
  private func checkColumns() throws(Diagnostic) {
    let found = try rows("DESCRIBE TABLE \(table()) FORMAT TabSeparated").map {
      "\($0[0]) \($0[1])"
    }
    let wanted = columns.map { "\($0.name) \($0.type)" }
    guard found != wanted else { return }
    throw Diagnostic(
      "table-differs",
      "there is a table '\(address.database).\(address.table)' already, of other columns",
      notes: [
        "it has \(found.joined(separator: ", "))",
        "these facts need \(wanted.joined(separator: ", "))",
      ]
    )
  }

  // MARK: Partitions

  private func total(of partition: String) throws(Diagnostic) -> PartitionTotal {
    let row = try rows(
      "SELECT toString(count()), toString(sum(value)) FROM \(table()) "
        + "WHERE \(partitionKey) = \(partition) FORMAT TabSeparated"
    ).first
    var total = PartitionTotal()
    guard let row, row.count == 2, let count = Int(row[0]) else { return total }
    total.count = count
    let text = Array(row[1].utf8)
    guard count > 0, let sum = text.withUnsafeBytes({ Amount($0, scale: facts.scale) }) else {
      return total
    }
    total.sum = sum.whole
    total.inexact = sum.inexact
    return total
  }

  private func drop(
    _ partition: String,
    of table: String,
    holding count: Int,
    isOurs: Bool
  ) throws(Diagnostic) {
    guard isOurs else {
      throw Diagnostic(
        "table-differs",
        "the table holds \(count) facts of \(partition) that are not those of this data set",
        notes: ["nothing of them was touched; name another table, or drop the partition yourself"]
      )
    }
    for host in address.hosts {
      try ask("ALTER TABLE \(table) DROP PARTITION \(partition)", on: host)
    }
  }

  private func load(_ partition: String, _ wanted: PartitionTotal) throws(Diagnostic) {
    try ask("INSERT INTO \(notes) VALUES (\(SQL.literal(partition)))")
    let list = columns.map(\.name).joined(separator: ", ")
    let sql = "INSERT INTO \(table()) (\(list)) FORMAT RowBinary"
    // Without the first, the server would answer before the other shards have anything.
    let options = [
      (name: "insert_distributed_sync", value: "1"),
      (name: "max_insert_block_size", value: "\(2 * OutgoingFacts.runLength)"),
    ]
    try facts.eachBatch(of: partition) { bytes throws(Diagnostic) in
      do throws(ServerError) {
        _ = try server.run(sql, data: bytes, options, on: address.hosts[0], isCancelled)
      } catch { throw brokenOff(error, partition) }
      return true
    }
    let there = try total(of: partition)
    guard there.agrees(with: wanted) else {
      throw Diagnostic(
        "load-incomplete",
        "of \(wanted.count) facts of \(partition) the table has \(there.count), or other values",
        notes: ["the same statement again loads that year anew"]
      )
    }
  }

  private func brokenOff(_ error: ServerError, _ partition: String) -> Diagnostic {
    var diagnostic = error.diagnostic(address)
    diagnostic.notes = [
      "the load broke off in \(partition); the same statement again goes on from there"
    ]
    return diagnostic
  }

  // MARK: Asking

  private func ask(_ sql: String, on host: ServerAddress.Host? = nil) throws(Diagnostic) {
    do throws(ServerError) {
      _ = try server.run(sql, on: host ?? address.hosts[0], isCancelled)
    } catch { throw error.diagnostic(address) }
  }

  private func rows(_ sql: String) throws(Diagnostic) -> [[String]] {
    do throws(ServerError) {
      return Rows(try server.run(sql, on: address.hosts[0], isCancelled)).fields
    } catch { throw error.diagnostic(address) }
  }
}
