import Catalogue
import Engine
import Guidance
import Periods
import Synchronization

/// The facts of a table in ClickHouse: a second home of facts, which answers the same requests.
package final class ClickHouseFacts: FactSource {
  let table: ServerTable
  private let isCancelled: @Sendable () -> Bool
  private let broken = Mutex<Diagnostic?>(nil)

  init(_ table: ServerTable, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.table = table
    self.isCancelled = isCancelled
  }

  package var dataSet: DataSet { table.dataSet }

  package var address: String? { table.origin.address }

  package var fingerprint: String { table.fingerprint }

  package var failure: Diagnostic? { broken.withLock { $0 } }

  /// How many statements the server was sent, for whoever counts them.
  package var statementsSent: Int { table.server.statementsSent }

  package var layoutLines: [String] { ["columns as \(table.layout.mapping)"] }

  package func timelines(_ request: FactRequest) -> [String: Timeline] {
    fetch([request])
    guard failure == nil else { return [:] }
    return table.remembered(request) ?? [:]
  }

  package func fetch(_ requests: [FactRequest]) {
    guard failure == nil else { return }
    do throws(Diagnostic) {
      try table.fetch(requests, isCancelled: isCancelled)
    } catch {
      broken.withLock { $0 = $0 ?? error }
    }
  }

  package func view(isCancelled: @escaping @Sendable () -> Bool) -> (any FactSource)? {
    ClickHouseFacts(table, isCancelled: isCancelled)
  }

  package var supposed: (any FactSource)? { SupposedFacts(table) }

  package func statements(for requests: [FactRequest]) -> [String] {
    table.statement(for: requests).map { [$0] } ?? []
  }

  package func reporters(of series: String) -> [Place] {
    // Which reporters have figures of a single flow is not worth a question.
    dataSet.reporterPlaces ?? []
  }

  package func refreshed(
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> (any FactSource)? {
    ClickHouseFacts(try ServerTable(table.origin, on: table.server, isCancelled: isCancelled))
  }
}

/// What can be said of a table without asking its server: what was fetched before, and of
/// everything else that there are figures, which are not known.
final class SupposedFacts: FactSource {
  private let table: ServerTable

  init(_ table: ServerTable) { self.table = table }

  var dataSet: DataSet { table.dataSet }
  var address: String? { table.origin.address }
  var fingerprint: String { "" }

  func timelines(_ request: FactRequest) -> [String: Timeline] {
    if let timelines = table.remembered(request) { return timelines }
    let timeline = Timeline(unknown, request.aggregation)
    var codes = [""]
    if request.partner == .each { codes = dataSet.places.map(\.code) }
    if request.product == .each { codes = dataSet.products.map(\.code) }
    return Dictionary(uniqueKeysWithValues: codes.map { ($0, timeline) })
  }

  func reporters(of series: String) -> [Place] { dataSet.reporterPlaces ?? [] }

  /// A figure without a value at both ends of the data.
  private var unknown: [Period: Cell] {
    let ends = [dataSet.periods.first, dataSet.periods.last].compactMap { $0 }
    return Dictionary(ends.map { ($0, Cell.missing(.notLoaded)) }) { first, _ in first }
  }
}
