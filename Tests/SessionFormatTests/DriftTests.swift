import Catalogue
import Columns
import Engine
import Guidance
import Periods
import Testing

@testable import Shell

@Suite("A replay on revised data")
struct DriftTests {
  /// The data as they were on the evening of a day.
  private func data(on day: String) throws -> DataSet {
    let day = try #require(Day(day))
    let data = DataSet.chinaCustoms
    let later = (0..<data.facts.rowCount).filter { row in
      data.publications[data.facts.keys[FactColumn.publication.rawValue][row]].map { $0 > day }
        ?? false
    }
    return data.without(Set(later))
  }

  @Test("names the figures that were revised, with their days")
  func revised() throws {
    let old = try data(on: "2024-06-30")
    var session = Workspace(EmbeddedFacts(old), files: NoFiles())
    _ = try session.run("exports 2023-03")
    _ = try session.run("2 + 2")
    let text = session.sessionText
    let before = try SessionRunner(facts: EmbeddedFacts(old)).replay(text)
    #expect(before.summary == "2 pass · 0 fail")

    let runner = SessionRunner(facts: EmbeddedFacts(.chinaCustoms))
    let report = try runner.replay(text)
    #expect(report.summary == "1 pass · 1 drift · 0 fail")
    #expect(report.exitStatus == 0)
    let explanation = report.records.flatMap(\.explanation)
    let expected =
      "revised: exports 2023-03 315.6 → 302.4 USD bn (published 2023-04-13, revised 2026-04-30)"
    #expect(explanation.first == expected)

    let updated = runner.updatedText(report)
    let again = try runner.replay(updated)
    #expect(again.summary == "2 pass · 0 fail")
    #expect(runner.updatedText(again) == updated)
  }

  @Test("says so where the vintages do not tell")
  func untold() throws {
    let head = "---\ndata: { china-customs: { sha256: 00 } }\n---\n"
    let text = head + "```trade\n> exports 2025-11\n  999.0\n```\n"
    let report = try SessionRunner(facts: EmbeddedFacts(.chinaCustoms)).replay(text)
    #expect(report.records.first?.verdict == .drift)
    let sentence = "which figure was revised cannot be told from the vintages in the data"
    #expect(report.records.first?.explanation == [sentence])
  }

  @Test("of another day takes the day of the command line")
  func vintage() throws {
    let text = "---\nas-of: 2023-05-01\n---\n```trade\n> exports 2023-03\n  …\n  315.6\n  …\n```\n"
    var runner = SessionRunner(facts: EmbeddedFacts(.chinaCustoms))
    #expect(try runner.replay(text).summary == "1 pass · 0 fail")
    runner.vintage = .latest
    #expect(try runner.replay(text).summary == "0 pass · 1 drift · 0 fail")
  }

  @Test("keeps a day that an entry sets for the entries behind it")
  func setting() throws {
    let text = """
      ```trade
      > set as-of 2023-05-01
      > expect exports 2023-03 = 315.6 bn ± 0.1 bn
      ```
      ```trade {as-of=2026-09-30}
      > expect exports 2023-03 = 302.4 bn ± 0.1 bn
      ```
      ```trade
      > expect exports 2023-03 = 315.6 bn ± 0.1 bn
      ```

      """
    let report = try SessionRunner(facts: EmbeddedFacts(.chinaCustoms)).replay(text)
    #expect(report.records.allSatisfy { $0.outcome.holds && $0.outcome.errorCode == nil })
    #expect(report.records.count == 4)
  }

  @Test("refuses what is no session, and one without end")
  func refusals() {
    let runner = SessionRunner(facts: EmbeddedFacts(.chinaCustoms))
    let long = "```trade\n" + String(repeating: "> 1\n", count: 10_001) + "```\n"
    for (text, code) in [("prose", "not-a-session"), (long, "session-too-long")] {
      #expect {
        try runner.replay(text)
      } throws: {
        ($0 as? Diagnostic)?.code.rawValue == code
      }
    }
  }
}
