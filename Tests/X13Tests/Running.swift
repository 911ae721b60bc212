import Catalogue
import Columns
import Engine
import Foundation
import Guidance
import Language
import Periods
import Synchronization
import Testing
import X13

/// The program as this machine has it: tests that run it are skipped where it is not installed.
let installed: X13Program = {
  let environment = ProcessInfo.processInfo.environment
  return X13Program(
    named: environment["X13PATH"] ?? environment["X13_PATH"],
    path: environment["PATH"],
    temporaryFolder: NSTemporaryDirectory()
  )
}()

/// The version that it says it is; nil where it is not installed.
let installedVersion: String? = {
  let start = Month(year: 2015, month: 1)
  let task = AdjustmentTask(
    Series.madeUp(60),
    from: start,
    perYear: 12,
    mayUseLogarithms: true
  )
  return try? installed.adjustment(of: task).version
}()

/// What the files of `Recorded` hold: values of other tools, and output of the program as it stands.
enum Recorded {
  static func text(_ name: String) -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded")
    return (try? String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)) ?? ""
  }

  struct Value: CustomTestStringConvertible {
    var query: String
    var period: Period
    /// In billions.
    var value: Double

    var testDescription: String { "\(query) \(period)" }
  }

  /// A query, a period and a value in each line, between tabs.
  static func values(_ name: String) -> [Value] {
    text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let period = period(fields[1]), let value = Double(fields[2]) else {
        return nil
      }
      return Value(query: fields[0], period: period, value: value)
    }
  }

  /// `2015-01`, or `2015-Q3`.
  static func period(_ text: String) -> Period? {
    guard let year = Int(text.prefix(4)) else { return nil }
    let rest = text.dropFirst(5)
    if rest.hasPrefix("Q") {
      return Int(rest.dropFirst()).map {
        Period(start: Month(year: year, month: 3 * $0 - 2), length: 3)
      }
    }
    return Int(rest).map { Period(Month(year: year, month: $0)) }
  }
}

/// A program of the tests: it adjusts by halving, counts how often it is asked, and fails where told.
final class HalvingProgram: SeasonalProgram {
  private let asked = Mutex<[AdjustmentTask]>([])
  let fails: @Sendable (AdjustmentTask) -> Bool

  init(fails: @escaping @Sendable (AdjustmentTask) -> Bool = { _ in false }) { self.fails = fails }

  var tasks: [AdjustmentTask] { asked.withLock { $0 } }

  func checkInstalled() {}

  func adjustment(of task: AdjustmentTask) throws(Diagnostic) -> Adjustment {
    asked.withLock { $0.append(task) }
    guard !fails(task) else { throw Diagnostic("program-failed", "`x13as` adjusted nothing: no") }
    var adjustment = Adjustment(
      adjusted: task.values.map { $0 / 2 },
      trend: task.values.map { $0 / 4 },
      version: "0.0 build 0",
      model: "(0 1 1)(0 1 1)",
      usesLogarithms: task.mayUseLogarithms,
      seasonalFilter: "3x5",
      trendFilter: 13
    )
    adjustment.quality.m7 = 1.234
    adjustment.quality.hasIdentifiableSeason = false
    return adjustment
  }
}

/// The months of one flow with one partner, the first of them January 2015.
struct Flow {
  var series = "exports"
  var partner = "WLD"
  var values: [Double]
}

extension DataSet {
  /// A data set of nothing but these flows of China, in US dollars.
  static func made(of flows: [Flow]) -> DataSet {
    let series = Set(flows.map(\.series)).sorted()
    let partners = Set(flows.map(\.partner)).sorted()
    let months = flows.map(\.values.count).max() ?? 0
    let rows = flows.flatMap { flow in
      flow.values.enumerated().map { (flow: flow, month: $0, value: $1) }
    }
    func column(_ count: Int, _ code: ((flow: Flow, month: Int, value: Double)) -> Int) -> KeyColumn
    {
      KeyColumn(codes: rows.map(code), cardinality: count)
    }
    let constant = column(1) { _ in 0 }
    var data = DataSet.chinaCustoms
    data.name = "sample"
    data.series = series
    data.places = (["CHN"] + partners).map { Place.known($0) ?? Place(code: $0, name: $0) }
    data.products = [Product.known(Product.total) ?? Product(code: Product.total, name: "total")]
    data.units = [.money(.usd)]
    data.periods = (0..<months).map { Period(Month(year: 2015, month: 1) + $0) }
    data.publications = [nil]
    data.origins = [Origin(status: .panel, sources: .none)]
    data.indicators = []
    data.events = []
    data.facts = FactTable(
      keys: [
        column(series.count) { series.firstIndex(of: $0.flow.series) ?? 0 },
        column(partners.count + 1) { _ in 0 },
        column(partners.count + 1) { (partners.firstIndex(of: $0.flow.partner) ?? 0) + 1 },
        constant, constant, column(months, \.month), constant, constant,
      ],
      values: rows.map(\.value)
    )
    return data
  }

  /// China's exports and imports since 2015, as the other tools got them.
  static let months: DataSet = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "EngineTests/References/figures.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").dropFirst().compactMap { Double($0) } }
    return made(of: [
      Flow(series: "exports", values: rows.map { $0[0] * 1e9 }),
      Flow(series: "imports", values: rows.map { $0[1] * 1e9 }),
    ])
  }()
}

/// The engine on some data, with a program to ask.
struct Desk {
  var bench: Workbench

  init(_ data: DataSet, _ program: (any SeasonalProgram)?) {
    bench = Workbench(EmbeddedFacts(data))
    bench.seasonalProgram = program
  }

  func plan(_ text: String) throws(Diagnostic) -> Plan {
    try Resolver(bench).plan(try query(text))
  }

  func answer(_ text: String) throws(Diagnostic) -> Answer {
    try Answerer(bench).answer(try query(text))
  }

  func panel(_ text: String) throws(Diagnostic) -> Panel {
    Evaluator(bench.facts).run(try plan(text))
  }

  /// The diagnostic with which a query is refused; nil where it runs.
  func refusal(_ text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try answer(text)
      return nil
    } catch {
      return error
    }
  }

  private func query(_ text: String) throws(Diagnostic) -> Query {
    guard case .query(let query)? = try parse(text, bench.vocabulary) else {
      throw Diagnostic("no-query", "'\(text)' is no query")
    }
    return query
  }
}

extension Series {
  /// Monthly values that grow, with a season and some unrest that is the same on every run.
  static func madeUp(_ count: Int, seed: Int = 1) -> [Double] {
    (0..<count).map { month in
      let unrest = Double((month * 7919 + seed * 104_729) % 1009) / 1009 - 0.5
      return (100 + Double(month) + 15 * Double(month % 12 == 1 ? -1 : 1) + 8 * unrest) * 1e9
    }
  }
}
