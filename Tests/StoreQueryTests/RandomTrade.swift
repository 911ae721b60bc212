import Catalogue
import Columns
import Engine
import Foundation
import Guidance
import Language
import Periods
import Testing
import TestKit

/// A few made-up facts, in a store and as they are.
struct RandomTrade {
  struct Fact {
    var isExport: Bool
    var reporter: String
    var partner: String
    var product: String
    /// From 2021-01 on.
    var month: Int
    var cents: Int
    /// Thousandths of a kilogram; nil where none is given.
    var grams: Int?
  }

  static let places = ["CHN", "DEU", "USA", "JPN", "BRA"]
  static let products = ["854230", "854240", "847110", "870310", "010121", "270900"]
  static let monthCount = 30

  let facts: [Fact]
  let bench: Workbench

  init(seed: UInt64, count: Int, usesRollups: Bool) throws {
    var chance = SeededGenerator(seed: seed)
    var facts: [Fact] = []
    for _ in 0..<count {
      facts.append(
        Fact(
          isExport: Bool.random(using: &chance),
          reporter: RandomTrade.places.randomElement(using: &chance) ?? "",
          partner: RandomTrade.places.randomElement(using: &chance) ?? "",
          product: RandomTrade.products.randomElement(using: &chance) ?? "",
          month: Int.random(in: 0..<RandomTrade.monthCount, using: &chance),
          cents: Int.random(in: 1...1_000_000_000, using: &chance),
          grams: Int.random(in: 0..<10, using: &chance) == 0
            ? nil : Int.random(in: 1...9_000_000_000, using: &chance)
        )
      )
    }
    // The first and the last month are always there, so that the span is known.
    facts[0].month = 0
    facts[1].month = RandomTrade.monthCount - 1
    self.facts = facts
    bench = try RandomTrade.bench(facts, usesRollups)
  }

  private static func bench(_ facts: [Fact], _ usesRollups: Bool) throws -> Workbench {
    var text = "flow,reporter,partner,product,period,value,weight\n"
    for fact in facts {
      text += "\(fact.isExport ? "X" : "M"),\(fact.reporter),\(fact.partner),\(fact.product),"
      text += "\(2021 + fact.month / 12)\(fact.month % 12 < 9 ? "0" : "")\(fact.month % 12 + 1),"
      text += "\(fact.cents / 100).\(fact.cents % 100 < 10 ? "0" : "")\(fact.cents % 100),"
      text += (fact.grams.map { "\($0)e-3" } ?? "") + "\n"
    }
    let weight = CSVImport.Quantity(field: "weight", unit: QuantityUnit("kg", decimals: 3))
    return try Workbench(importing: text, usesRollups, quantity: weight)
  }

  /// The numbers of an answer by what they are of: members, a bar, and the period.
  func answer(_ text: String) throws -> [String: Double] {
    guard case .query(let query)? = try parse(text, bench.vocabulary) else { return [:] }
    do throws(Diagnostic) {
      return try Answerer(bench).answer(query).numbers
    } catch {
      // Where nothing matches there are no numbers.
      guard error.code == "nothing-matches" || error.code == "not-loaded" else { throw error }
      return [:]
    }
  }
}

extension Workbench {
  /// A session on a store that is made of a table with the usual columns.
  init(importing text: String, _ usesRollups: Bool, quantity: CSVImport.Quantity? = nil) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "facts.csv")
    try text.write(to: source, atomically: true, encoding: .utf8)
    var plan = CSVImport(
      keys: [
        .field("flow"), .field("reporter"), .field("partner"), .field("product"),
        .constant("USD"), .field("period"), .constant(""), .constant(""),
      ],
      value: "value",
      order: ClusterOrder(outer: [0, 1, 2], line: 3, inner: 5)
    )
    plan.quantity = quantity
    plan.rollups = usesRollups ? .always : .never
    let target = folder.appending(path: "facts.tws").path
    _ = try plan.run(source.path, to: target)
    let data = try #require(DataSet(Store(target), name: "facts"))
    self.init(EmbeddedFacts(data, usesRollups: usesRollups))
  }
}

extension Answer {
  var numbers: [String: Double] {
    var numbers: [String: Double] = [:]
    switch content {
    case .scalar(let scalar): numbers["|"] = scalar.cell.number
    case .series(let points):
      for point in points.points { numbers["|\(point.period)"] = point.cell.number }
    case .table(let table):
      let labels = table.columns.filter { $0.unit == nil }
      for column in table.columns where column.unit != nil && column.name != "share" {
        for (row, value) in column.values.enumerated() {
          guard case .cell(let cell) = value, let number = cell.number else { continue }
          numbers[table.key(row, column, labels)] = number
        }
      }
    default: break
    }
    return numbers
  }
}

extension Table {
  fileprivate func key(_ row: Int, _ column: Column, _ labels: [Column]) -> String {
    if case .period(let period, _)? = labels.first?.values[row] {
      return "\(column.name)|\(period)"
    }
    let names = labels.map { label in
      if case .label(let text) = label.values[row] { text } else { "" }
    }
    let isPeriod = column.name.first?.isNumber == true
    let period = isPeriod ? column.period?.description ?? column.name : ""
    return names.joined(separator: " · ") + "|" + period
  }
}
