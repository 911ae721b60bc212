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
    return table.timelines(table.remembered(request) ?? [:], request.aggregation)
  }

  package func grid(_ request: GridRequest) throws(Diagnostic) -> FactGrid? {
    if let failure { throw failure }
    do throws(Diagnostic) {
      return try table.grid(request, isCancelled: isCancelled)
    } catch {
      broken.withLock { $0 = $0 ?? error }
      throw error
    }
  }

  package func hasFigures(_ request: FactRequest) -> Bool {
    if let sums = table.remembered(request) { return !sums.isEmpty }
    // What stays apart makes no difference, and fetching it all would be much for a yes or no.
    var request = request
    if request.axes.count > 1 {
      request.keepsReporters = false
      if request.partner == .each { request.partner = .total }
      if request.product == .each {
        request.product = request.within.isEmpty ? .total : .members(request.within)
        request.level = .loaded
        request.within = []
      }
    }
    fetch([request])
    return table.remembered(request)?.isEmpty == false
  }

  package func productsMakeWhole(_ level: ProductLevel) -> Bool {
    dataSet.isPlain && table.contents.products.makeWhole(level)
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
    if let sums = table.remembered(request) { return table.timelines(sums, request.aggregation) }
    let timeline = Timeline(unknown, request.aggregation)
    let codes = request.axes.count == 1 ? codes(request.axes[0], request) : [""]
    return Dictionary(codes.map { ($0, timeline) }) { first, _ in first }
  }

  func hasFigures(_ request: FactRequest) -> Bool { table.remembered(request)?.isEmpty != true }

  func productsMakeWhole(_ level: ProductLevel) -> Bool {
    dataSet.isPlain && table.contents.products.makeWhole(level)
  }

  private func codes(_ axis: FactRequest.Axis, _ request: FactRequest) -> [String] {
    switch axis {
    case .reporter: (dataSet.reporterPlaces ?? []).map(\.code)
    case .partner: dataSet.places.map(\.code)
    case .product:
      request.level == .loaded
        ? dataSet.products.map(\.code) : table.contents.products.classes(request.level).codes
    }
  }

  /// A figure without a value at both ends of the data.
  private var unknown: [Period: Cell] {
    let ends = [dataSet.periods.first, dataSet.periods.last].compactMap { $0 }
    return Dictionary(ends.map { ($0, Cell.missing(.notLoaded)) }) { first, _ in first }
  }
}
