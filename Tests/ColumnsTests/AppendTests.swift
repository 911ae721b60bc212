import Columns
import Foundation
import TestKit
import Testing

@Suite struct AppendTests {
  private static let order = ClusterOrder(outer: [0, 1], line: 2, inner: 3)

  @Test(arguments: 0..<12)
  func `appended rows count as if they had always been there`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let all = generator.facts(rowCount: 600)
    let file = ScratchFile()
    let cut = Int.random(in: 1..<600, using: &generator)
    try write(all.prefix(cut), to: file.path)
    try append(all.dropFirst(cut), to: file.path)
    let store = try Store(file.path)
    try store.verify()
    #expect(texts(of: store) == all.map(\.description).sorted())
    #expect(store.parts.map(\.label) == Set(all.map(\.year)).sorted())
  }

  @Test func `parts that get no rows are not written again`() throws {
    var generator = SeededGenerator(seed: 3)
    let all = generator.facts(rowCount: 3000)
    let file = ScratchFile()
    try write(all.filter { $0.year != "2024" }, to: file.path)
    let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
    try append(all.filter { $0.year == "2024" }, to: file.path)
    let after = try Data(contentsOf: URL(fileURLWithPath: file.path))
    #expect(after[8192..<before.count] == before[8192...])
    #expect(try Store(file.path).parts.map(\.label) == ["2022", "2023", "2024"])
  }

  @Test func `an append that breaks off leaves the store as it was`() throws {
    var generator = SeededGenerator(seed: 4)
    let all = generator.facts(rowCount: 500)
    let file = ScratchFile()
    try write(all.prefix(400), to: file.path)
    let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
    try append(all.dropFirst(400), to: file.path)
    let after = try Data(contentsOf: URL(fileURLWithPath: file.path))
    for length in [before.count, before.count + 5000, after.count] {
      let broken = before.prefix(8192) + after[8192..<length]
      try broken.write(to: URL(fileURLWithPath: file.path))
      #expect(texts(of: try Store(file.path)) == all.prefix(400).map(\.description).sorted())
    }
  }

  @Test func `an earlier mapping keeps its numbers while the file grows`() throws {
    var generator = SeededGenerator(seed: 6)
    let all = generator.facts(rowCount: 500)
    let file = ScratchFile()
    try write(all.prefix(300), to: file.path)
    let store = try Store(file.path)
    try append(all.dropFirst(300), to: file.path)
    #expect(texts(of: store) == all.prefix(300).map(\.description).sorted())
  }

  // MARK: Tables of texts

  private func write(_ facts: some Collection<Fact>, to path: String) throws {
    let (table, dictionaries) = self.table(facts)
    let clustered = try table.clustered(
      by: Self.order,
      decimals: 2,
      parting: parting(dictionaries),
      rollups: .always
    )
    try Store.write(clustered, dictionaries: dictionaries, to: path)
  }

  private func append(_ facts: some Collection<Fact>, to path: String) throws {
    let (table, dictionaries) = self.table(facts)
    try Store.append(
      table,
      dictionaries: dictionaries,
      parting: parting(dictionaries),
      to: path
    )
  }

  private func parting(_ dictionaries: [[String]]) -> FactTable.Parting {
    FactTable.Parting(column: 3, labels: dictionaries[3].map { String($0.prefix(4)) })
  }

  private func table(_ facts: some Collection<Fact>) -> (FactTable, [[String]]) {
    let dictionaries = (0..<4).map { column in Set(facts.map { $0.keys[column] }).sorted() }
    let keys = (0..<4).map { column in
      KeyColumn(
        codes: facts.map { dictionaries[column].firstIndex(of: $0.keys[column]) ?? 0 },
        cardinality: dictionaries[column].count
      )
    }
    return (FactTable(keys: keys, values: facts.map(\.value)), dictionaries)
  }

  private func texts(of store: Store) -> [String] {
    let table = store.table
    let facts = (0..<table.rowCount).map { row in
      let keys = table.keys.indices.map { store.dictionaries[$0][table.keys[$0][row]] }
      return Fact(keys: keys, value: table.values[row]).description
    }
    return facts.sorted()
  }
}

/// A fact in words.
struct Fact: CustomStringConvertible {
  var keys: [String]
  var value: Double

  var year: String { String(keys[3].prefix(4)) }
  var description: String { "\(keys) \(value)" }
}

extension SeededGenerator {
  /// Facts of three years, some of zero, some negative and some very large.
  mutating func facts(rowCount: Int) -> [Fact] {
    (0..<rowCount).map { _ in
      let month = Int.random(in: 0..<36, using: &self)
      let keys = [
        "flow \(Int.random(in: 0..<2, using: &self))",
        "place \(Int.random(in: 0..<30, using: &self))",
        "product \(Int.random(in: 0..<80, using: &self))",
        "\(2022 + month / 12)-\(month % 12 + 1)",
      ]
      let cents =
        Int.random(in: 0..<9, using: &self) == 0
        ? Int.random(in: -1...1 << 40, using: &self) : Int.random(in: 1...99_999, using: &self)
      return Fact(keys: keys, value: Double(cents) / 100)
    }
  }
}
