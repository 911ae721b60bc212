import Catalogue
import Columns
import Testing

@Suite struct CheckTests {
  @Test func `a balance that is imports less exports means swapped columns`() throws {
    let report = try imported(
      "Date,Exports,Imports,Balance\n2020-01,10,20,10\n2020-02,11,25,14\n2020-03,12,30,18\n"
    )
    let finding = report.findings.first { $0.code == "columns-swapped" }
    #expect(finding?.mend == "(exports: Imports, imports: Exports)")
  }

  @Test func `a month that does not fit its year to date is named with its mend`() throws {
    let report = try imported(
      "Date,exports,exports_ytd\n2020-01,10,10\n2020-02,1100,21\n2020-03,12,33\n"
    )
    let finding = report.findings.first { $0.code == "cumulative-broken" }
    #expect(finding?.line == 3)
    #expect(finding?.mend == "scale exports row 2020-02 by 0.01")
  }

  @Test func `a figure in another unit stands out among its neighbours`() throws {
    let rows = (1...12).map { "2020-\($0 < 10 ? "0" : "")\($0),\($0 == 7 ? 105_000 : 100 + $0)" }
    let report = try imported("Date,Exports\n" + rows.joined(separator: "\n"))
    let finding = report.findings.first { $0.code == "unit-jump" }
    #expect(finding?.line == 8)
    #expect(finding?.mend == "scale Exports row 2020-07 by 0.001")
  }

  @Test func `partners may not add up to more than the world`() throws {
    let report = try imported(
      "Date,Partner,Exports\n2020-01,World,10\n2020-01,Japan,8\n2020-01,France,7\n"
    )
    #expect(report.codes.contains("partners-exceed-world"))
  }

  @Test func `a missing month inside a series is a gap`() throws {
    let rows = [1, 2, 4, 5, 6, 7, 8].map { "2020-0\($0),\(100 + $0)" }
    let report = try imported("Date,Exports\n" + rows.joined(separator: "\n"))
    let gap = report.findings.first { $0.code == "gap" }
    #expect(gap?.text == "no exports for 2020-03")
  }

  @Test func `a repeated row counts once and is reported with its line`() throws {
    let report = try imported("Date,Partner,Exports\n2020-01,Japan,5\n2020-01,Japan,5\n")
    #expect(report.data.facts.rowCount == 1)
    #expect(report.findings.first { $0.code == "rows-repeated" }?.line == 3)
  }

  @Test func `February that holds January too is noticed`() throws {
    let rows = (2020...2022).flatMap { year in
      (2...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0),\($0 == 2 ? 190 : 100)" }
    }
    let report = try imported("Date,Exports\n" + rows.joined(separator: "\n"))
    #expect(report.codes.contains("new-year-combined"))
  }

  @Test func `a sound table has no warnings but that its unit is not declared`() throws {
    let rows = (1...9).map { "2020-0\($0),\(20 + $0),\(10 + $0),10" }
    let report = try imported("Date,Exports,Imports,Balance\n" + rows.joined(separator: "\n"))
    #expect(report.findings.filter(\.isWarning).map(\.code) == ["unit-undeclared"])
  }
}
