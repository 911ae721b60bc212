import Catalogue
import Engine
import Foundation
import Shell
import TestKit
import Testing

@testable import ClickHouse

/// With `TRADEWIND_FACTS_CSV` in the environment its facts are taken instead of sixty thousand
/// made-up ones.
@Suite(
  "The same words on a store and on two shards",
  .enabled(if: Cluster.isInstalled, "clickhouse-server is not installed"),
  .serialized
)
struct EqualityTests {
  /// The queries of the benchmark, and others whose scans are of every kind.
  static let queries = [
    "exports to US yoy", "surplus ytd", "top 10 partners by exports 2025", "exports by partner",
    "exports of HS 8542 to ASEAN by year", "exports of HS 85 2025",
    "contributions to exports yoy by chapter 2025", "hhi(exports by partner)",
    "rca(exports of HS 8703) reported by Germany", "exports by reporter 2025",
    "exports by chapter, year", "exports by section 2025", "exports by heading 2025",
    "top 5 reporters by exports 2025", "top 5 products by imports 2024", "exports by month of year",
    "top 10 partners by surplus ytd 2025-11", "share of Germany in exports by year",
    "exports to US, EU, ASEAN", "exports to ASEAN excluding Vietnam yoy in 2025",
    "exports vs imports by year", "exports - imports", "when exports yoy > 20%",
    "exports to Atlantis", "exports of HS 9999", "exports 2031",
    "why exports 2025-11", "source exports 2025", "list partners", "list products",
    "exports reported by Germany to US by year", "exports reported by US yoy",
    "exports by partner, year since 2024", "average exports yoy", "max surplus",
  ]

  /// Those of the benchmark that keep several dimensions apart: a statement a term.
  static let matrices = [
    "exports by partner, month", "Germany exports of HS 870310 to US",
    "rca(total Germany exports by product)", "rca(total exports by reporter, product)",
    "hhi(exports by reporter, partner)",
  ]

  /// What the corpus asks, as far as it is one line and no switch of data.
  static var corpus: [String] {
    let path = Project.root.appending(path: "../shared/corpus/queries.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("##") }
  }

  @Test("print the same answers, to the last digit")
  func answers() throws {
    var (memory, server, _) = try MadeUpFacts.loaded.get()
    for query in EqualityTests.queries + EqualityTests.matrices {
      let expected = memory.printed(query).replacing(memory.place, with: "PLACE")
      let printed = server.printed(query).replacing(server.place, with: "PLACE")
      #expect(printed == expected, "\(query)")
      guard !query.contains("source") else { continue }
      #expect(server.values(of: query) == memory.values(of: query), "\(query)")
    }
  }

  @Test("answer the corpus alike", .enabled(if: !corpus.isEmpty, "../shared/corpus is not there"))
  func corpusAnswers() throws {
    var (memory, server, _) = try MadeUpFacts.loaded.get()
    var answered = 0
    for query in EqualityTests.corpus where !query.hasPrefix("explain") && !query.hasPrefix("cite")
    {
      let expected = memory.printed(query).replacing(memory.place, with: "PLACE")
      #expect(server.printed(query).replacing(server.place, with: "PLACE") == expected, "\(query)")
      if memory.code(of: query) == nil { answered += 1 }
    }
    #expect(answered > 60)
  }

  @Test("an entry is one statement, and nothing the second time")
  func statements() throws {
    let (_, loaded, _) = try MadeUpFacts.loaded.get()
    for query in EqualityTests.queries {
      var server = loaded
      _ = server.printed("refresh")
      let facts = try #require(server.bench.facts as? ClickHouseFacts)
      let before = facts.statementsSent
      let answer = server.printed(query)
      let sent = facts.statementsSent - before
      #expect(sent <= 2, "\(query) sent \(sent)")
      #expect(server.printed(query) == answer)
      #expect(facts.statementsSent - before == sent, "\(query) was not remembered")
    }
  }

  @Test("explain shows the statement")
  func explained() throws {
    var server = try MadeUpFacts.loaded.get().server
    let text = server.printed("explain exports to US 2025")
    #expect(text.contains("FROM `default`.`facts`\n"))
    #expect(text.contains("WHERE `flow` = 'X' AND `partner` = 'USA'\n"))
    #expect(text.contains("GROUP BY `period`\n"))
  }

  @Test("nothing is asked while somebody types")
  func typing() throws {
    let server = try MadeUpFacts.loaded.get().server
    let facts = try #require(server.bench.facts as? ClickHouseFacts)
    let before = facts.statementsSent
    let assistant = Assistant(server)
    #expect(assistant.typeOfLine("imports from Japan yoy") == "series · % · monthly")
    #expect(assistant.typeOfLine("exports by partner 2025") != nil)
    _ = assistant.completions(in: "exports to ", at: 11)
    #expect(facts.statementsSent == before)
  }
}

extension Workspace {
  /// Where the facts lie, as answers name it.
  fileprivate var place: String { bench.data.sources[0].address }

  /// The full values of an answer.
  fileprivate mutating func values(of query: String) -> String {
    data(of: query).replacing(place, with: "PLACE")
  }
}
