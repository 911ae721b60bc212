import Catalogue
import Columns
import Guidance
import Periods
import Testing

@testable import Engine

@Suite(.enabled(if: SampleFiles.areThere, "../shared/data/files is not there"))
struct SampleFileTests {
  @Test(arguments: sampleValues)
  func `a query gives what pandas computes from the same file`(sample: SampleValue) async throws {
    let report = try await SampleReports.shared.report(of: sample.file, sample.options)
    let facts = EmbeddedFacts(report.data)
    let timelines = facts.timelines(
      FactRequest(
        series: sample.series,
        reporter: sample.reporter,
        partner: sample.partner.map(FactRequest.Selection.member) ?? .total,
        product: sample.product.map(FactRequest.Selection.member) ?? .total,
        unit: sample.unit,
        vintage: .latest,
        aggregation: sample.unit.isMoney ? .sum : .mean
      )
    )
    let cell = try #require(timelines[""]).figure(for: sample.period)
    #expect(cell.hasValue)
    #expect(abs(cell.value - sample.value) <= 1e-12 * abs(sample.value))
  }

  @Test func `every file is asked for a number or refused with a reason`() throws {
    let asked = Set(sampleValues.map(\.file)).union(SampleFileTests.refused.map(\.0))
    #expect(try SampleFiles.all().filter { !asked.contains($0) } == [])
  }

  private static let refused = [
    ("gacc_by_country_2024_cny/gac_regions_2024_with_names.csv", "names-destroyed"),
    ("gacc_by_country_2024_cny/regions_translated.csv", "unknown-layout"),
    ("comtrade_monthly_china_minerals/hs_map.csv", "unknown-layout"),
    ("comtrade_monthly_china_minerals/country_monthly_stats.csv", "needs-flow"),
    ("comtrade_monthly_china_minerals/overview_monthly.csv", "needs-flow"),
    ("sdmx_csv_examples/example-14.csv", "no-figures"),
    ("gacc_monthly_usd_2008_2026/exports.meta.json", "unknown-layout"),
    ("comtrade_new_portal_csv/PROVENANCE.txt", "unknown-layout"),
  ]

  @Test(arguments: refused)
  func `what cannot be read is refused with the reason`(file: String, code: String) throws {
    let bytes = try SampleFiles.bytes(of: file)
    let error = #expect(throws: Diagnostic.self) { try importFile(bytes, named: file) }
    #expect(error?.code.rawValue == code)
  }

  @Test func `the customs table that switches units is found out and mended`() throws {
    let file = "gacc_by_country_2024_cny/gac_monthly_clean.csv"
    let bytes = try SampleFiles.bytes(of: file)
    let findings = try importFile(bytes, named: file).findings.filter(\.isWarning)
    #expect(findings.map(\.code) == ["identity-broken", "cumulative-broken"])
    #expect(findings.allSatisfy { $0.line == 3 })
    #expect(findings[0].mend == "scale balance_month row 2023-02 by 0.001")
    var options = ImportOptions()
    options.scalings = [
      ImportOptions.Scaling(
        column: "balance_month",
        .row(Period(Month(year: 2023, month: 2))),
        factor: 0.001
      )
    ]
    #expect(try importFile(bytes, named: file, options).findings.filter(\.isWarning).isEmpty)
  }

  @Test func `in the Census table only the world of 1987 is smaller than its parts`() async throws {
    let file = "us_census_country_monthly/us-trade_BOM_1985-2022.csv"
    let report = try await SampleReports.shared.report(of: file, ImportOptions())
    let warnings = report.findings.filter(\.isWarning)
    #expect(warnings.map(\.code) == ["partners-exceed-world"])
    #expect(report.refused.count == 0)
    #expect(report.rowsRead == 8228)
  }
}

extension SampleValue {
  fileprivate var options: ImportOptions {
    var options = ImportOptions()
    let parts = clause.split(separator: " ").map(String.init)
    switch parts.first {
    case "flow:": options.mapping = ["flow": parts[1]]
    case "in":
      options.measurement = Measurement(reading: parts[1].replacing("*1000", with: " thousand"))
    default: break
    }
    return options
  }
}

extension Unit {
  fileprivate var isMoney: Bool { if case .money = self { true } else { false } }
}
