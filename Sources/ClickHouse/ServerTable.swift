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
  var dataSet: DataSet { contents.data }
  /// What was asked to be opened, to look at it anew.
  let origin: RemoteTable
  /// Whether the server lets the user change no settings.
  let isLocked: Bool

  private let exponent: Int
  private let nothing: [Period: Cell]
  private let known = Mutex(Known())
  private let knownFingerprint = Mutex<String?>(nil)

  private struct Known {
    var sums: [FactRequest: MemberSums] = [:]
    var grids: [GridRequest: FactGrid] = [:]
    private var size = 0

    /// So many sums are remembered before all are forgotten: about a gigabyte.
    private static let most = 20_000_000

    mutating func makeRoom(for more: Int) {
      if size + more > Known.most { self = Known() }
      size += more
    }
  }

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
        contents = try TableContents(rows, layout, table, address)
      } catch { throw .refused(error) }
    } catch { throw error.diagnostic(address) }
    exponent = table.measurement?.exponent ?? 0
    nothing = ServerTable.nothing(in: contents.data)
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

  /// A flow of nothing in every period of the data: those without a row had none.
  private static func nothing(in data: DataSet) -> [Period: Cell] {
    guard data.recordsAll, let span = data.span, let length = data.periods.first?.length else {
      return [:]
    }
    let starts = stride(from: span.lowerBound, through: span.upperBound, by: length)
    let periods = starts.map { Period(start: Month(index: $0), length: length) }
    return Dictionary(uniqueKeysWithValues: periods.map { ($0, Cell(0)) })
  }

  // MARK: Fetching

  /// Forgets what was fetched.
  func forget() { known.withLock { $0 = Known() } }

  /// What was fetched before; nil where it was not.
  func remembered(_ request: FactRequest) -> MemberSums? {
    if let sums = known.withLock({ $0.sums[request] }) { return sums }
    return contents.scan(request) == nil ? [:] : nil
  }

  /// Fetches what is not known yet, in one statement.
  func fetch(
    _ requests: [FactRequest],
    isCancelled: @escaping () -> Bool
  ) throws(Diagnostic) {
    let unknown = requests.filter { remembered($0) == nil }
    let scans = unknown.compactMap { contents.scan($0) }
    guard !scans.isEmpty else { return }
    let passes = Pass.passes(scans)
    let rows = try rows(of: passes, isCancelled)
    let sums = try Reply(layout: layout, contents: contents)
      .sums(rows, of: passes, for: unknown, settings: SafeSettings.values)
    let size = sums.reduce(0) { $0 + $1.reduce(0) { $0 + $1.value.count } }
    known.withLock { known in
      known.makeRoom(for: size)
      for (request, sums) in zip(unknown, sums) { known.sums[request] = sums }
    }
  }

  private func rows(
    of passes: [Pass],
    _ isCancelled: @escaping () -> Bool
  ) throws(Diagnostic) -> Rows {
    let sql = layout.statement(passes, settings: isLocked ? SafeSettings.names : [])
    do throws(ServerError) {
      let room = ServerTable.room(for: sql)
      return Rows(try server.run(sql, options: room, isCancelled: isCancelled))
    } catch { throw error.diagnostic(server.address) }
  }

  /// Long lists of codes need more room than a statement has by itself.
  private static func room(for sql: String) -> [(name: String, value: String)] {
    sql.utf8.count < 200_000 ? [] : [(name: "max_query_size", value: "\(2 * sql.utf8.count)")]
  }

  /// The timelines of sums that were fetched.
  func timelines(_ sums: MemberSums, _ aggregation: Indicator.Aggregation) -> [String: Timeline] {
    let source = SourceSet([0])
    return sums.mapValues { amounts in
      var figures = nothing
      for (period, amount) in amounts {
        let value = amount.value(scale: layout.scale, exponent: exponent)
        figures[period] = Cell(value, sources: source)
      }
      return Timeline(figures, aggregation)
    }
  }

  /// Sums in one array: of what is fetched over its full history, so that other windows cost nothing,
  /// or by a statement of their own where several dimensions stay apart.
  func grid(
    _ request: GridRequest,
    isCancelled: @escaping () -> Bool
  ) throws(Diagnostic) -> FactGrid? {
    guard let layout = try TableGrid(request, contents, exponent: exponent) else { return nil }
    if request.facts.axes.count < 2 || remembered(request.facts) != nil {
      try fetch([request.facts], isCancelled: isCancelled)
      return layout.grid(of: remembered(request.facts) ?? [:])
    }
    if let grid = known.withLock({ $0.grids[request] }) { return grid }
    guard let scan = layout.scan else { return layout.grid(of: [:]) }
    let rows = try rows(of: [Pass(shape: scan, scans: [(0, scan)])], isCancelled)
    let reply = Reply(layout: self.layout, contents: contents)
    let grid = try layout.grid(of: rows, scan, reply, settings: SafeSettings.values)
    guard let grid else { return nil }
    known.withLock { known in
      known.makeRoom(for: grid.axes.reduce(grid.count) { $0 * $1.codes.count })
      known.grids[request] = grid
    }
    return grid
  }

  /// The statement that would fetch the requests, were none known.
  func statement(for requests: [FactRequest]) -> String? {
    let scans = requests.compactMap { contents.scan($0) }
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
