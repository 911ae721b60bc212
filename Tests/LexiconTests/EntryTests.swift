import Engine
import Guidance
import Shell
import TestKit
import Testing

@Suite("Every word of the language")
struct EntryTests {
  static let entries = Desk.workspace.bench.lexicon.entries

  @Test("is named once among those of its kind")
  func names() {
    for category in Entry.Category.allCases {
      var seen: [String: String] = [:]
      for entry in EntryTests.entries where entry.category == category {
        for name in [entry.name] + entry.aliases {
          let other = seen.updateValue(entry.name, forKey: name.lowercased())
          #expect(other == nil, "\(category): '\(name)' is \(entry.name) and \(other ?? "")")
        }
      }
    }
  }

  @Test("is summed up in one short sentence")
  func summaries() {
    for entry in EntryTests.entries {
      let summary = entry.summary
      #expect(summary.count <= 80, "\(entry.name): \(summary.count) characters")
      #expect(summary.hasSuffix(".") && !summary.hasSuffix(".."), "\(entry.name): \(summary)")
      #expect(!summary.dropLast().contains(". "), "\(entry.name): \(summary)")
      let isCapital = summary.first.map { $0.isUppercase || $0.isNumber } ?? false
      #expect(isCapital, "\(entry.name): \(summary)")
    }
  }

  /// Statements that need a file, a lesson or an earlier entry; their examples cannot run alone.
  static let needingMore: Set<String> = [
    "save", "load", "replay", "export", "import", "undo", "unset", "edit", "rerun", "drop",
    "recover", "expect", "cite", "open", "say", "lesson", "plot", "data", "use", "history",
    "next", "back", "answer", "hint", "skip", "progress",
  ]

  /// Words for which the built-in data have no figures: a price index, the trade of the world, goods
  /// by the Harmonized System.
  static let needingData: Set<String> = [
    "real", "rca", "rsca", "nrca", "tii", "tci", "em", "im", "tot", "split", "shiftshare",
    "complexity", "heading", "chapter", "sections",
  ]

  @Test("has an example that runs", arguments: entries)
  func examples(_ entry: Entry) {
    let exempt = EntryTests.needingMore.union(EntryTests.needingData)
    guard !exempt.contains(entry.name) else { return }
    #expect(!entry.examples.isEmpty, "\(entry.name) has no example")
    for example in entry.examples {
      let diagnostic = Desk.diagnostic(of: example)
      #expect(diagnostic == nil, "\(entry.name): `\(example)`: \(diagnostic?.message ?? "")")
    }
  }

  @Test("has a page of help")
  func help() throws {
    // The pages run the examples; those were run already.
    for entry in EntryTests.entries where entry.category != .form {
      let reply = try Desk.result(of: "help \(entry.name)").get()
      guard case .text(let lines)? = reply.answer?.content else {
        Issue.record("`help \(entry.name)` gives no text")
        continue
      }
      #expect(lines.contains { $0.contains(entry.summary.prefix(30)) }, "\(entry.name): \(lines)")
    }
  }
}
