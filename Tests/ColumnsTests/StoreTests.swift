import Columns
import Foundation
import TestKit
import Testing

@Suite struct StoreTests {
  @Test(arguments: 0..<40)
  func `a store gives back what was written`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = generator.centsTable(rowLimit: 400)
    let clustered = try generator.clustered(table)
    let file = ScratchFile()
    let dictionaries = numbered(clustered)
    let metadata: [String: [UInt8]] = ["units": [1, 2, 3], "empty": []]
    try Store.write(clustered, dictionaries: dictionaries, metadata: metadata, to: file.path)
    let store = try Store(file.path)
    try store.verify()
    #expect(store.dictionaries == dictionaries)
    #expect(store.metadata == metadata)
    for _ in 0..<5 {
      let scan = generator.plannedScan(of: table)
      let expected = naiveCents(scan, on: table).map(SumOnly.init)
      #expect(store.table.sums(scan).groups.map(SumOnly.init) == expected)
    }
    var scan = generator.scan(of: clustered)
    scan.detail = .rows
    #expect(store.table.sums(scan).groups == naiveCents(scan, on: clustered))
  }

  @Test func `a flipped bit on any page is refused and never gives a wrong number`() throws {
    var generator = SeededGenerator(seed: 11)
    let table = generator.centsTable(rowLimit: 3000, atLeast: 2500)
    let clustered = try generator.clustered(table)
    let file = ScratchFile()
    try Store.write(clustered, dictionaries: numbered(clustered), to: file.path)
    let sound = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let scans = (0..<4).map { _ in generator.plannedScan(of: table) }
    let expected = scans.map { naiveCents($0, on: table).map(SumOnly.init) }
    for page in stride(from: 0, to: sound.count, by: 4096) {
      var damaged = sound
      let offset = Int.random(in: page..<min(page + 4096, sound.count), using: &generator)
      damaged[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try damaged.write(to: URL(fileURLWithPath: file.path))
      #expect(throws: StoreError.self, "byte \(offset)") { try Store(file.path).verify() }
      guard let store = try? Store(file.path) else { continue }
      for (scan, expected) in zip(scans, expected) {
        guard let answer = try? store.table.run(scan) else { continue }
        #expect(answer.sums.groups.map(SumOnly.init) == expected, "byte \(offset)")
      }
    }
  }

  @Test func `a store that ends early is refused, wherever it ends`() throws {
    var generator = SeededGenerator(seed: 12)
    let clustered = try generator.clustered(generator.centsTable(rowLimit: 900, atLeast: 800))
    let file = ScratchFile()
    try Store.write(clustered, dictionaries: numbered(clustered), to: file.path)
    let sound = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let lengths = Array(0..<40) + (0..<200).map { _ in Int.random(in: 0..<sound.count) }
    for length in lengths + [4095, 4096, 8191, 8192, sound.count - 1] {
      try sound.prefix(length).write(to: URL(fileURLWithPath: file.path))
      #expect(throws: StoreError.self, "\(length) bytes") { try Store(file.path) }
    }
  }

  @Test func `files of other kinds and missing files are told apart`() throws {
    let file = ScratchFile()
    #expect(throws: StoreError.system(action: "open", path: file.path, errorNumber: ENOENT)) {
      try Store(file.path)
    }
    for text in ["", "period,reporter\n", String(repeating: "a,b\n", count: 5000)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
      #expect(throws: StoreError.foreign(path: file.path)) { try Store(file.path) }
    }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: StoreError.foreign(path: folder)) { try Store(folder) }
  }

  @Test func `writing replaces a store whole and leaves no other file`() throws {
    var generator = SeededGenerator(seed: 5)
    let file = ScratchFile()
    for _ in 0..<2 {
      let clustered = try generator.clustered(generator.centsTable(rowLimit: 200))
      try Store.write(clustered, dictionaries: numbered(clustered), to: file.path)
      #expect(try Store(file.path).table.rowCount == clustered.rowCount)
    }
    #expect(file.neighbours == [file.name])
  }
}

/// Texts for the codes of a table: their numbers.
func numbered(_ table: FactTable) -> [[String]] {
  table.keys.map { key in (0..<key.cardinality).map { "code \($0)" } }
}

/// A place for a file that is gone after the test.
final class ScratchFile {
  let name = "facts.tws"
  private let folder: URL

  init() {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appendingPathComponent(name).path }

  /// All files in the folder.
  var neighbours: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }
}
