import Engine
import Guidance
import Language
import Shell
import TestKit
import Testing

/// The list of questions that the language was designed on; it lies beside the package.
@Suite("The corpus", .enabled(if: Project.corpus() != nil, "../shared/corpus is not here"))
struct CorpusTests {
  static let lines = Project.corpus() ?? []
  static let valid = lines.filter { !$0.hasPrefix("!") }
  static let wrong = lines.filter { $0.hasPrefix("!") }.map { String($0.dropFirst(2)) }

  /// Codes that say something about the data and nothing about the question.
  static let dataCodes: Set<Diagnostic.Code> = [
    "not-loaded", "nothing-matches", "rates-not-loaded", "world-not-loaded", "not-published",
    "files-refused",
  ]

  @Test("has one meaning a line, which answers or says which data are not loaded")
  func valid() throws {
    var workspace = Desk.workspace
    for line in CorpusTests.valid {
      let statement = try? parse(line, workspace.vocabulary)
      #expect(statement != nil, "`\(line)` does not parse")
      if case .query(let query) = statement {
        let printed = query.description
        #expect(Desk.query(printed, workspace.vocabulary) == query, "`\(line)`: `\(printed)`")
      }
      if case .failure(let diagnostic) = workspace.result(of: line) {
        #expect(CorpusTests.dataCodes.contains(diagnostic.code), "`\(line)`: \(diagnostic)")
        #expect(diagnostic.isInside(line), "`\(line)`")
      }
    }
  }

  /// What is refused, with its code and the words that the caret points at.
  static let refusals: [String: (code: Diagnostic.Code, words: String)] = [
    "exports - imports 2025": ("ambiguous-period", "2025"),
    "exports to US / exports 2025": ("ambiguous-period", "2025"),
    "exprots to US": ("unknown-name", "exprots"),
    "exports to Jpan": ("unknown-partner", "Jpan"),
    "exports of stel": ("unknown-product", "stel"),
    "exports 2025-13": ("no-such-period", "2025-13"),
    "exports 2025Q5": ("no-such-period", "2025Q5"),
    "exports - imports yoy": ("unit-mismatch", "imports yoy"),
    "exports + 5%": ("unit-mismatch", "5%"),
    "exports yoy ytd": ("flows-only", "ytd"),
    "exports in US": ("in-takes-period", "US"),
    "exports to 2025": ("to-takes-partner", "2025"),
    "growth of exports": ("growth-needs-horizon", "growth"),
    "share of US by year": ("share-needs-whole", "share of US"),
    "surplus > 20%": ("cannot-compare", "20%"),
    "exports yoy pp": ("pp-needs-percentage", "yoy pp"),
    "exports by contry": ("unknown-dimension", "contry"),
    "let exports = 3": ("name-taken", "exports"),
    "let us = exports to US": ("name-taken", "us"),
    "top 5 partners": ("rank-needs-measure", "top 5 partners"),
    "exports to US in 2025 as parquett": ("unknown-form", "parquett"),
    "exports of US": ("of-takes-product", "US"),
    "exports yoy sa mo": ("unknown-name", "mo"),
    "(exports - imports": ("unclosed-parenthesis", "("),
    "exports as pie": ("unknown-form", "pie"),
  ]

  @Test("is refused at the word that is wrong", arguments: wrong)
  func refused(_ line: String) throws {
    let expected = try #require(CorpusTests.refusals[line], "a new line of the corpus")
    let diagnostic = try #require(Desk.diagnostic(of: line), "`\(line)` is answered")
    #expect(diagnostic.code == expected.code)
    #expect(diagnostic.words(in: line) == expected.words)
  }
}
