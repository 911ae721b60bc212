import Catalogue
import Engine
import Guidance
import Periods
import Synchronization

/// A table on a server with all that is known of it, and what was fetched from it so far.
final class ServerTable: Sendable {
  let server: Server
  let layout: TableLayout
  let contents: TableContents
  let dataSet: DataSet
  /// What was asked to be opened, to look at it anew.
  let origin: RemoteTable
  /// Whether the server lets the user change no settings.
  let isLocked: Bool

  private let exponent: Int
  private let nothing: [Period: Cell]
  private let known = Mutex(Known())
  private let knownFingerprint = Mutex<String?>(nil)

  private struct Known {
    var timelines: [FactRequest: [String: Timeline]] = [:]
    var cellCount = 0
  }

  /// So many cells are remembered before all of them are forgotten: about two gigabytes.
  private static let mostCells = 20_000_000

  /// Looks at the table: its columns, its members, and what the user may do.
  init(
    _ table: RemoteTable,
    on server: Server,
    isCancelled: @escaping () -> Bool
  ) throws(Diagnostic) {
    origin = table
    self.server = server
    let address = server.address
    do throws(ServerError) {
      isLocked = try ServerTable.secure(server, isCancelled)
      let description = "DESCRIBE TABLE \(SQL.name(address.database)).\(SQL.name(address.table))"
      let columns = Rows(try server.run(description, isCancelled: isCancelled)).fields
      let names = columns.filter { $0.count >= 2 }.map { (name: $0[0], type: $0[1]) }
      var mapping = address.options.filter { !ServerTable.optionNames.contains($0.key) }
      mapping.merge(table.mapping) { _, own in own }
      let layout: TableLayout
      do throws(Diagnostic) {
        layout = try TableLayout(names, mapping, address)
      } catch { throw .refused(error) }
      self.layout = layout
      let rows = Rows(try server.run(TableContents.statement(layout), isCancelled: isCancelled))
      do throws(Diagnostic) {
        contents = try TableContents(rows, layout)
      } catch { throw .refused(error) }
    } catch { throw error.diagnostic(address) }
    let measurement = table.measurement ?? Measurement(.money(.usd))
    exponent = measurement.exponent
    dataSet = DataSet(
      remote: contents.codes,
      name: table.name ?? address.table,
      address: address.description,
      unit: measurement.unit,
      figureCount: contents.count
    )
    nothing = ServerTable.monthsOfNothing(dataSet.periods)
  }

  /// Words behind the question mark that are no roles.
  private static let optionNames = ["ca", "timeout", "cluster"]

  /// Sees to it that sums are whole, and says whether the user may change no settings.
  private static func secure(
    _ server: Server,
    _ isCancelled: @escaping () -> Bool
  ) throws(ServerError) -> Bool {
    let rows = Rows(try server.run(SafeSettings.statement, isCancelled: isCancelled)).fields
    let settings = rows.filter { $0.count == 2 }.map { (name: $0[0], value: $0[1]) }
    let safe = settings.compactMap { setting in
      SafeSettings.values[setting.name].map { (name: setting.name, value: $0) }
    }
    let limit = (name: "max_execution_time", value: "\(server.address.timeout)")
    // Some users may change nothing, but may say again how things are.
    for sent in [safe + [limit], safe] {
      server.send(settings: sent)
      do throws(ServerError) {
        _ = try server.run("SELECT 1", isCancelled: isCancelled)
        return false
      } catch {
        guard case .failed(let failure) = error, failure.isLockedSetting else { throw error }
      }
    }
    server.send(settings: [])
    for (name, value) in settings where SafeSettings.values[name] != value {
      throw .refused(SafeSettings.refusal(name, value))
    }
    return true
  }

  /// A flow of nothing in every month of the data: months without a row had none.
  private static func monthsOfNothing(_ periods: [Period]) -> [Period: Cell] {
    guard let first = periods.map(\.start).min(), let last = periods.map(\.end).max() else {
      return [:]
    }
    let months = (first.index...last.index).map { Period(Month(index: $0)) }
    return Dictionary(uniqueKeysWithValues: months.map { ($0, Cell(0)) })
  }

  // MARK: Fetching

  /// What was fetched before; nil where it was not.
  func remembered(_ request: FactRequest) -> [String: Timeline]? {
    if let timelines = known.withLock({ $0.timelines[request] }) { return timelines }
    return contents.scan(request, dataSet, layout) == nil ? [:] : nil
  }

  /// Fetches what is not known yet, in one statement.
  func fetch(
    _ requests: [FactRequest],
    isCancelled: @escaping () -> Bool
  ) throws(Diagnostic) {
    let unknown = requests.filter { remembered($0) == nil }
    let scans = unknown.compactMap { contents.scan($0, dataSet, layout) }
    guard !scans.isEmpty else { return }
    let passes = Pass.passes(scans)
    let sql = layout.statement(passes, settings: isLocked ? SafeSettings.names : [])
    let bytes: [UInt8]
    do throws(ServerError) {
      bytes = try server.run(sql, options: ServerTable.room(for: sql), isCancelled: isCancelled)
    } catch { throw error.diagnostic(server.address) }
    let reply = Reply(layout: layout, contents: contents, exponent: exponent)
    let values = try reply.values(
      Rows(bytes),
      of: passes,
      scanCount: scans.count,
      settings: SafeSettings.values
    )
    remember(zip(unknown, values).map { ($0, timelines($1, $0.aggregation)) })
  }

  /// Long lists of codes need more room than a statement has by itself.
  private static func room(for sql: String) -> [(name: String, value: String)] {
    sql.utf8.count < 200_000 ? [] : [(name: "max_query_size", value: "\(2 * sql.utf8.count)")]
  }

  private func timelines(
    _ values: [String: [Period: Double]],
    _ aggregation: Indicator.Aggregation
  ) -> [String: Timeline] {
    let source = SourceSet([0])
    return values.mapValues { values in
      var figures = nothing
      for (period, value) in values { figures[period] = Cell(value, sources: source) }
      return Timeline(figures, aggregation)
    }
  }

  private func remember(_ fetched: [(FactRequest, [String: Timeline])]) {
    let size = fetched.reduce(0) { $0 + $1.1.count } * max(nothing.count, 1)
    known.withLock { known in
      if known.cellCount + size > ServerTable.mostCells { known = Known() }
      known.cellCount += size
      for (request, timelines) in fetched { known.timelines[request] = timelines }
    }
  }

  /// The statement that would fetch the requests, were none known.
  func statement(for requests: [FactRequest]) -> String? {
    let scans = requests.compactMap { contents.scan($0, dataSet, layout) }
    return scans.isEmpty ? nil : layout.statement(Pass.passes(scans))
  }

  // MARK: Everything at once

  /// A hash over all facts, whatever their order, that the server works out; empty where it cannot.
  var fingerprint: String {
    knownFingerprint.withLock { known in
      if let known { return known }
      let fields = (Role.keys + [.period]).compactMap(layout.key)
      let value = layout.roles[.value].map { SQL.name($0.name) } ?? "0"
      let hash = "cityHash64(\((fields + ["toString(\(value))"]).joined(separator: ", ")))"
      let sql =
        "SELECT hex(sum(\(hash))), hex(groupBitXor(\(hash)))\nFROM \(layout.table)\nFORMAT TabSeparated"
      let row = (try? server.run(sql)).map { Rows($0).fields.first ?? [] } ?? []
      let fingerprint = row.map { $0.lowercased() }.joined()
      if !fingerprint.isEmpty { known = fingerprint }
      return fingerprint
    }
  }
}
