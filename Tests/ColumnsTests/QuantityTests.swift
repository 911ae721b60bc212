import Columns
import Foundation
import TestKit
import Testing

/// A second column of values: sums, appending and damage, against looking at every line.
@Suite struct QuantityTests {
  private let file = ScratchFile()

  @Test(arguments: 0..<12)
  func `every row keeps its quantity, on any number of threads and through a file`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let lines = generator.lines(count: [3, 300, 2000][Int(seed % 3)])
    var plan = Self.plan
    plan.threads = Threads(1 + Int(seed % 3))
    plan.memoryLimit = seed % 2 == 0 ? 0 : plan.memoryLimit
    let report = try run(lines, plan)
    #expect(report.isSpilled == (plan.memoryLimit == 0))
    let store = try Store(file.path)
    try store.verify()
    #expect(texts(of: store) == lines.map(\.description).sorted())
    #expect(store.table.blankQuantityCount == lines.count { ($0.quantity ?? 0) == 0 })
  }

  @Test(arguments: 0..<12)
  func `sums of quantities are exact, by any columns`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lines = generator.lines(count: 1500)
    var plan = Self.plan
    plan.rollups = .always
    _ = try run(lines, plan)
    let store = try Store(file.path)
    let quantities = try #require(store.table.quantities())
    for groups in [[], [0], [1, 2], [3], [0, 1, 2, 3]] {
      let isWanted = store.dictionaries[2].map { _ in Bool.random(using: &generator) }
      let scan = FactTable.Scan(
        filters: [.init(column: 2, codes: Set(isWanted.indices.filter { isWanted[$0] }))],
        groups: groups,
        detail: .sums
      )
      let (sums, report) = try quantities.run(scan)
      #expect(report.rollupCellsRead == 0)
      var expected: [[String]: Int] = [:]
      for line in lines {
        let code = try #require(store.dictionaries[2].firstIndex(of: line.keys[2]))
        guard isWanted[code] else { continue }
        expected[groups.map { line.keys[$0] }, default: 0] += line.quantity ?? 0
      }
      var found: [[String]: Double] = [:]
      for group in sums.groups {
        let keys = zip(groups, group.codes).map { store.dictionaries[$0][$1] }
        found[keys] = group.sum
      }
      // A group whose rows are all without a quantity may be left out.
      for (keys, sum) in expected { #expect(found[keys] ?? 0 == Double(sum) / 1000, "\(keys)") }
      #expect(found.keys.allSatisfy { expected[$0] != nil })
    }
  }

  @Test func `the same quantities in tonnes stay exact`() throws {
    _ = try run([Line(keys: ["X", "a", "p", "202401"], cents: 1, quantity: 1_234_567)])
    let table = try Store(file.path).table
    #expect(table.quantityUnit == QuantityUnit("kg", decimals: 3))
    #expect(table.quantities()?.values[0] == 1234.567)
    #expect(table.quantities(places: 3)?.values[0] == 1.234567)
  }

  @Test(arguments: 0..<6)
  func `what is appended counts as if it had always been there`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lines = generator.lines(count: 800)
    let isLate = { (line: Line) in line.keys[3] >= "202307" }
    _ = try run(lines.filter { !isLate($0) })
    let source = try csv(lines.filter(isLate))
    var plan = Self.plan
    // The store knows better.
    plan.quantity?.unit.decimals = 5
    _ = try plan.append(source, to: file.path)
    let store = try Store(file.path)
    try store.verify()
    #expect(texts(of: store) == lines.map(\.description).sorted())
    #expect(store.table.quantityUnit == QuantityUnit("kg", decimals: 3))
  }

  @Test func `facts without quantities, or others, are not appended to those with them`() throws {
    var generator = SeededGenerator(seed: 1)
    _ = try run(generator.lines(count: 20))
    let before = try Data(contentsOf: URL(filePath: file.path))
    let source = try csv([Line(keys: ["X", "a", "p", "203001"], cents: 1, quantity: 5)])
    var plain = Self.plan
    plain.quantity = nil
    #expect(throws: StoreError.otherQuantities(stored: "kg", added: nil)) {
      try plain.append(source, to: file.path)
    }
    var pieces = Self.plan
    pieces.quantity?.unit.name = "pieces"
    #expect(throws: StoreError.otherQuantities(stored: "kg", added: "pieces")) {
      try pieces.append(source, to: file.path)
    }
    #expect(try Data(contentsOf: URL(filePath: file.path)) == before)
    _ = try plain.run(source, to: file.path)
    #expect(throws: StoreError.otherQuantities(stored: nil, added: "kg")) {
      try Self.plan.append(source, to: file.path)
    }
  }

  @Test func `a flipped bit on any page is refused and never gives a wrong quantity`() throws {
    var generator = SeededGenerator(seed: 11)
    _ = try run(generator.lines(count: 2500))
    let sound = try Data(contentsOf: URL(filePath: file.path))
    let scan = FactTable.Scan(filters: [], groups: [0, 3], detail: .sums)
    let expected = try #require(Store(file.path).table.quantities()).run(scan).sums.groups
    for page in stride(from: 0, to: sound.count, by: 4096) {
      var damaged = sound
      let offset = Int.random(in: page..<min(page + 4096, sound.count), using: &generator)
      damaged[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try damaged.write(to: URL(filePath: file.path))
      #expect(throws: StoreError.self, "byte \(offset)") { try Store(file.path).verify() }
      guard let quantities = try? Store(file.path).table.quantities() else { continue }
      guard let answer = try? quantities.run(scan) else { continue }
      #expect(answer.sums.groups == expected, "byte \(offset)")
    }
  }

  @Test func `only a store with quantities asks for a newer program`() throws {
    let lines = [Line(keys: ["X", "a", "p", "202401"], cents: 1, quantity: nil)]
    var plain = Self.plan
    plain.quantity = nil
    for (plan, version) in [(plain, UInt8(1)), (Self.plan, 2)] {
      _ = try run(lines, plan)
      #expect(try Data(contentsOf: URL(filePath: file.path))[8] == version)
    }
  }

  @Test func `a quantity that is none refuses its line, and its column is nothing else`() throws {
    let source = file.path + ".csv"
    let csv = """
      flow,reporter,product,period,value,kilos
      X,a,p,202401,1.00,some
      X,a,p,202402,1.00," 2.5 "
      X,a,p,202403,1.00, 
      X,a,p,202404,1.00,0.0001
      X,a,p,202405,1.00,"7"
      """
    try Data(csv.utf8).write(to: URL(filePath: source))
    let report = try Self.plan.run(source, to: file.path)
    #expect(
      report.refusals
        == [2, 5].map {
          CSVImportReport.Refusal(line: $0, reason: .unreadableQuantity)
        }
    )
    let quantities = try #require(Store(file.path).table.quantities())
    #expect(quantities.values.indices.map { quantities.values[$0] } == [2.5, 0, 7])
    var plan = Self.plan
    plan.quantity?.field = "value"
    #expect(throws: StoreError.takenField("value")) { try plan.run(source, to: file.path) }
  }

  // MARK: Lines

  private static let plan: CSVImport = {
    var plan = CSVImport(
      keys: [.field("flow"), .field("reporter"), .field("product"), .field("period")],
      value: "value",
      order: ClusterOrder(outer: [0, 1], line: 2, inner: 3)
    )
    plan.quantity = CSVImport.Quantity(field: "kilos", unit: QuantityUnit("kg", decimals: 3))
    return plan
  }()

  private func csv(_ lines: [Line]) throws -> String {
    let path = file.path + ".csv"
    let text = "flow,reporter,product,period,value,kilos\n" + lines.map(\.csv).joined()
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func run(_ lines: [Line], _ plan: CSVImport = plan) throws -> CSVImportReport {
    try plan.run(csv(lines), to: file.path)
  }

  private func texts(of store: Store) -> [String] {
    guard let quantities = store.table.quantities() else { return [] }
    return (0..<store.table.rowCount).map { row in
      let keys = store.table.keys.indices.map { store.dictionaries[$0][store.table.keys[$0][row]] }
      return "\(keys) \(store.table.values[row]) \(quantities.values[row])"
    }.sorted()
  }
}

/// A line of a file: a value in hundredths, and perhaps a quantity in thousandths.
private struct Line: CustomStringConvertible {
  var keys: [String]
  var cents: Int
  var quantity: Int?

  var description: String { "\(keys) \(Double(cents) / 100) \(Double(quantity ?? 0) / 1000)" }

  var csv: String {
    let amount = quantity.map { decimal($0, places: 3) } ?? ""
    return keys.joined(separator: ",") + ",\(decimal(cents, places: 2)),\(amount)\n"
  }
}

private func decimal(_ number: Int, places: Int) -> String {
  let digits = String(number.magnitude)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return (number < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
}

extension SeededGenerator {
  /// Lines of three years: some without a quantity, some with none, a negative or a huge one.
  fileprivate mutating func lines(count: Int) -> [Line] {
    (0..<count).map { _ in
      let month = Int.random(in: 0..<36, using: &self)
      let keys = [
        ["X", "M"].randomElement(using: &self) ?? "",
        "place \(Int.random(in: 0..<20, using: &self))",
        "product \(Int.random(in: 0..<40, using: &self))",
        "\(2022 + month / 12)\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)",
      ]
      let quantity: Int? =
        switch Int.random(in: 0..<20, using: &self) {
        case 0...2: nil
        case 3: 0
        case 4: -Int.random(in: 1...5000, using: &self)
        case 5: Int.random(in: 1 << 32...1 << 44, using: &self)
        default: Int.random(in: 1...9_000_000, using: &self)
        }
      let cents = Int.random(in: 1...99_999, using: &self)
      return Line(keys: keys, cents: cents, quantity: quantity)
    }
  }
}
