import Catalogue
import Engine
import Foundation
import Guidance
import Periods
import Testing

@Suite struct WordTests {
  private static let entries =
    transforms.map { $0.entry } + aggregates.map { $0.entry } + functions.map { $0.entry }

  @Test func `every word has a short summary`() {
    for entry in WordTests.entries {
      #expect(entry.summary.count <= 80, "\(entry.name)")
    }
  }

  @Test func `no spelling stands for two words of a kind`() {
    let tables = [transforms.map { $0.entry }, functions.map { $0.entry }]
    for table in tables {
      let spellings = table.flatMap { [$0.name] + $0.aliases }
      #expect(Set(spellings).count == spellings.count)
    }
  }

  @Test func `the table of accuracy names every word that computes`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Docs/Accuracy.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    for entry in WordTests.entries {
      #expect(text.contains("`\(entry.name)`"), "no tool is named for `\(entry.name)`")
    }
  }

  @Test(arguments: entries.flatMap { entry in entry.examples.map { (entry.name, $0) } })
  func `examples run`(name: String, example: String) throws {
    let desk = Desk(.chinaCustoms)
    let cells = try desk.panel(example).columns.flatMap(\.series.cells)
    #expect(cells.contains { $0.hasValue }, "\(example)")
  }

  /// Every transform either refuses or runs, whatever it stands behind.
  @Test(arguments: transforms.map { $0.entry })
  func `a transform refuses or runs on everything`(entry: Entry) throws {
    let desk = Desk(.chinaCustoms)
    let written = entry.examples.first.map { example in
      example.split(separator: " ").drop { $0 != "\(entry.name)" }.joined(separator: " ")
    }
    let word = written.flatMap { $0.isEmpty ? nil : $0 } ?? entry.name
    let subjects = [
      "exports", "surplus", "pmi", "cpi", "world exports", "exports by partner", "exports yoy",
      "exports by year", "exports by quarter", "share of US in exports", "reserves", "tariff",
      "exports to Vietnam", "imports of grain", "exports 2025",
    ]
    for subject in subjects { _ = desk.refusal("\(subject) \(word)") }
  }
}
