import Catalogue
import Engine
import Foundation
import Guidance
import Periods
import Reports
import Shell
import TestKit
import Testing
import X13

/// Runs X-13ARIMA-SEATS itself.
@Suite(
  "The program as it is installed",
  .enabled(if: installed.file != nil, "x13as is not installed (PATH, X13PATH)"),
  .serialized
)
struct InstalledTests {
  private static let desk = Desk(.months, installed)

  /// By statsmodels' x13_arima_analysis and by specifications written by hand, both in billions: a
  /// model estimated on other digits agrees to 1e-9, another build of the program to 1e-6.
  @Test(arguments: Recorded.values("statsmodels") + Recorded.values("hand"))
  func `adjusts as statsmodels and a specification by hand have it`(line: Recorded.Value) throws {
    let panel = try InstalledTests.desk.panel(line.query)
    let value = try #require(panel.columns.first?.series[line.period].number) / 1e9
    #expect(abs(value - line.value) <= 1e-6 * abs(line.value), "\(value)")
  }

  @Test func `says what was run`() throws {
    let answer = try InstalledTests.desk.answer("exports sa (x13as, lunar) in 2026")
    let reading = answer.description.joined(separator: " · ")
    #expect(reading.contains(/seasonally adjusted by X-13ARIMA-SEATS \d\.\d build \d+ \(x13as\)/))
    #expect(reading.contains(/ARIMA \(\d,\d,\d\)\(\d,\d,\d\) of (levels|logarithms)/))
    #expect(reading.contains(/X-11 3x\d, Henderson \d+ · Lunar New Year taken out/))
    #expect(answer.notes.contains { $0.code == "outliers" && $0.text.contains("Feb 2020 (AO)") })
  }

  @Test func `gives the reason where it cannot adjust, and none of its files stay`() throws {
    let before = leftovers
    let constant = Desk(.made(of: [Flow(values: [Double](repeating: 5e9, count: 60))]), installed)
    let refusal = try #require(constant.refusal("exports sa (x13as)"))
    #expect(refusal.code == "program-failed")
    #expect(refusal.message.contains("Differencing has annihilated the series"))
    #expect(refusal.fix?.applied(to: "exports sa (x13as)") == "exports sa")
    #expect(leftovers == before)
  }

  @Test func `chooses levels by itself where figures are not above zero`() throws {
    let values = Series.madeUp(72).map { $0 - 120e9 }
    let answer = try Desk(.made(of: [Flow(values: values)]), installed).answer("exports sa (x13as)")
    #expect(answer.description.joined().contains("of levels"))
    #expect(answer.notes.contains { $0.code == "program-warnings" })
  }

  /// Its readings name the build of the program that it was recorded with.
  @Test(.enabled(if: installedVersion == "1.1 build 62", "another build of x13as is installed"))
  func `its session holds`() throws {
    let path = "Sessions/Toolbox/x13as.trade.md"
    var runner = Project.runner(of: path)
    runner.seasonalProgram = installed
    let report = try runner.replay(Project.text(of: path))
    #expect(report.lacking.isEmpty)
    for record in report.records where record.verdict != .pass {
      Issue.record("\(record.text.plainLines.joined(separator: "\n"))")
    }
  }

  private var leftovers: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
    return (names ?? []).filter { $0.hasPrefix("tradewind-x13as") }.sorted()
  }
}
