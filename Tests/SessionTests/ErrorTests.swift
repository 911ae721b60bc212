import Engine
import Foundation
import Guidance
import Shell
import TestKit
import Testing

@Suite("Every diagnostic")
struct ErrorTests {
  static let folder = "Sessions/Errors"
  static let paths = Project.sessions.filter { $0.hasPrefix(folder) }

  /// Codes that no line of a session raises, and why.
  static let beyondSessions = [
    "the file of a session is at fault": [
      "bad-attributes", "unclosed-block", "session-too-large", "session-too-long",
      "newer-session", "not-a-session", "no-such-block",
    ],
    "the file system is at fault": [
      "cannot-read", "cannot-write", "file-too-large", "file-changed",
    ],
    "an imported file is at fault; ReaderTests has one of each": [
      "bad-archive", "bad-encoding", "bad-json", "bad-row", "empty-file", "names-destroyed",
      "needs-flow",
      "no-figures", "not-a-table", "unknown-column", "unknown-layout", "unknown-sheet",
      "unknown-role",
    ],
    "the command line is at fault": ["no-sessions", "not-a-store"],
    "a lesson is at fault, or what is typed in one; TeachingTests has one of each": [
      "bad-quiz", "not-a-lesson", "not-an-answer", "no-open-question", "not-to-be-skipped",
      "no-reports", "not-a-report",
    ],
    "the user presses ^C": ["interrupted"],
    "a server is needed; ClickHouseTests has one of each": [
      "bad-address", "cannot-load", "load-incomplete", "no-such-cluster", "no-such-table",
      "password-in-address", "server-failed", "server-not-trusted", "server-refused",
      "server-timeout", "server-unreachable", "shard-lost", "sum-too-large", "sums-not-whole",
      "table-changed", "table-differs",
    ],
    "the data set is too small for it": ["too-many-figures"],
    "a program of the machine is missing, or fails": ["needs-program", "program-failed"],
    "a line of 500 words is no reading matter": ["line-too-long"],
    "a session that broke off lies waiting": ["unknown-word"],
    "the data set has several price indices": ["needs-deflator"],
    "flows are explained in full": ["no-convergence"],
    "the vocabulary names what the tables have not": ["unknown-function", "unknown-transform"],
  ]

  @Test("has a session of its own, named after its code")
  func everyCode() throws {
    let sessions = Set(
      ErrorTests.paths.map { path in
        String(path.dropFirst(ErrorTests.folder.count + 1).dropLast(".trade.md".count))
      }
    )
    let codes = try codesInSources()
    let exempt = Set(ErrorTests.beyondSessions.values.joined())
    #expect(codes.subtracting(sessions).subtracting(exempt).sorted() == [])
    #expect(exempt.subtracting(codes).sorted() == [], "exempt, but no longer in the sources")
    #expect(exempt.intersection(sessions).sorted() == [], "exempt, but there is a session")
    for path in ErrorTests.paths {
      let document = try SessionDocument(reading: Project.text(of: path))
      let demanded = document.blocks.compactMap { block -> String? in
        if case .trade(let trade) = block { trade.attributes.errorCode } else { nil }
      }
      #expect(demanded.contains { path == "\(ErrorTests.folder)/\($0).trade.md" }, "\(path)")
    }
  }

  @Test("offers a fix that runs, or none")
  func fixes() throws {
    for path in ErrorTests.paths { checkFixes(of: try entries(of: path)) }
    for lesson in lessons where !lesson.wrong.isEmpty { checkFixes(of: [lesson.wrong]) }
    for line in CorpusTests.wrong { checkFixes(of: [line]) }
    for line in ErrorTests.mistakes { checkFixes(of: [line]) }
  }

  /// Further mistakes, each of which once had a fix that did not run.
  static let mistakes = [
    "imports from China of Japan 2025-11", "imports of Japan", "imports Japan", "imports in Japan",
    "surplus US 2025-11", "surplus in US", "surplus of US", "trade steel", "trade of Korea",
    "exports to steel", "imports to Japan", "exports with US", "trade to US", "surplus from US",
    "surplus to 2025", "imports from steel", "exports in steel", "share of US", "share of steel",
    "exports + imports 2025", "exports to US + exports to EU yoy", "1 + exports yoy",
    "exports in CNY - imports in USD", "exports by year - imports", "pmi - exports by year",
    "exports > 5m USD", "exports yoy > 3", "surplus > 3", "3 > surplus", "pmi > 50%",
    "exports 2025-11-14", "exports in 2025-11-14", "let us = exports", "let hong kong = exports",
    "bottom 3 products", "top partners", "(exports", "corr(exports yoy, imports yoy",
    "exports by partner where (share > 5%", "exports yoy ttm", "exports index 2019 qtd",
    "exports yoy sa", "exports mom forecast 6m", "exports yoy cumulative", "exports sahr",
    "exprots", "exports to Untied States", "exports of stel", "exports by yaer", "exports as tabel",
    "exports since covdi", "plot surplus 2025", "surplus 2025 as bars", "plot exports as stacked",
    "exports by partner 2025 as slope", "exports as scatter", "lst partners", "hlep yoy",
    "exports by country 2025 where regoin = asia",
    "exports to US, Jpan", "exports to US and EU", "US", "yoy", "Japan yoy", "by year", "2025",
    "exports = 3", "exports by partner 2025 sorted by valu", "help yoyo", "set witdh 80",
    "list partnrs", "exports yoy to US ytd", "exports of steel to US of", "describe exprots",
    "explain exprots", "growth", "growth of imports from US",
  ]

  private func checkFixes(of entries: [String]) {
    var workspace = Desk.workspace
    for entry in entries {
      guard case .failure(let diagnostic) = workspace.result(of: entry),
        var fixed = diagnostic.fix?.applied(to: entry)
      else { continue }
      var copy = workspace
      guard case .failure(var second) = copy.result(of: fixed) else { continue }
      // A line may have two mistakes, each with its fix.
      if let twice = second.fix?.applied(to: fixed) {
        fixed = twice
        guard case .failure(let third) = copy.result(of: fixed) else { continue }
        second = third
      }
      let isAboutData = CorpusTests.dataCodes.contains(second.code)
      #expect(
        isAboutData,
        "`\(entry)` [\(diagnostic.code.rawValue)] → `\(fixed)` [\(second.code.rawValue)]: \(second.message)"
      )
    }
  }

  private func entries(of path: String) throws -> [String] {
    let document = try SessionDocument(reading: Project.text(of: path))
    return document.blocks.flatMap { block -> [String] in
      if case .trade(let trade) = block { trade.entries.map(\.input) } else { [] }
    }
  }

  /// Every code that a diagnostic in the sources is made with.
  private func codesInSources() throws -> Set<String> {
    let made = /(?:Diagnostic|failure)\(\s*"(?<code>[a-z]+(?:-[a-z]+)*)"/
    var codes: Set<String> = []
    let modules = ["Columns", "LineEditing"].map { "Sources/\($0)/" }
    for path in Project.files(below: "Sources", endingIn: ".swift") {
      // Below the language failures are not worded yet.
      guard !modules.contains(where: path.hasPrefix) else { continue }
      for match in try Project.text(of: path).matches(of: made) {
        codes.insert(String(match.output.code))
      }
    }
    return codes
  }
}
