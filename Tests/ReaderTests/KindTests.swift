import Catalogue
import Columns
import Guidance
import Periods
import Testing

@testable import Engine

/// Small files of the shapes that the sources have, made for these tests.
@Suite struct KindTests {
  private func value(
    _ report: FileReport,
    _ series: String,
    _ period: Period,
    partner: String? = nil,
    product: String? = nil,
    unit: Unit = .money(.usd)
  ) -> Double? {
    let facts = EmbeddedFacts(report.data)
    let timelines = facts.timelines(
      FactRequest(
        series: series,
        reporter: nil,
        partner: partner.map(FactRequest.Selection.member) ?? .total,
        product: product.map(FactRequest.Selection.member) ?? .total,
        unit: unit,
        vintage: .latest,
        aggregation: .sum
      )
    )
    guard let cell = timelines[""]?.figure(for: period), cell.hasValue else { return nil }
    return cell.value
  }

  @Test func `a world row beside partners is not counted twice`() throws {
    let report = try imported(
      """
      Classification,Year,Trade Flow,Reporter,Partner,Commodity Code,Commodity,Trade Value (US$)
      H5,2017,Export,China,World,TOTAL,All,100
      H5,2017,Export,China,USA,TOTAL,All,60
      H5,2017,Export,China,Japan,TOTAL,All,40
      """
    )
    #expect(report.kind.name == "comtrade-legacy")
    #expect(value(report, "exports", Period(year: 2017)) == 100)
    #expect(value(report, "exports", Period(year: 2017), partner: "USA") == 60)
  }

  @Test func `commodities with commas and no quotes are put back together`() throws {
    let report = try imported(
      """
      Classification,Year,Trade Flow,Reporter,Partner,Commodity Code,Commodity,Trade Value (US$),Flag
      H5,2017,Export,China,USA,TOTAL,All goods, of every kind,100,0
      H5,2017,Export,China,Japan,TOTAL,All goods,40,0
      """
    )
    #expect(value(report, "exports", Period(year: 2017), partner: "USA") == 100)
    #expect(report.codes.contains("fields-shifted"))
    #expect(report.refused.count == 0)
  }

  private static let portal =
    "FreqCode,Period,ReporterCode,FlowCode,PartnerCode,Partner2Code,CmdCode,CmdDesc,PrimaryValue\n"

  @Test func `rows by procedure and second partner are parts, not figures`() throws {
    let report = try imported(
      KindTests.portal
        + "M,202201,842,M,156,0,TOTAL,All,50\nM,202201,842,M,156,344,TOTAL,All,20\n"
    )
    #expect(value(report, "imports", Period(Month(year: 2022, month: 1))) == 50)
    #expect(report.codes.contains("parts-skipped"))
  }

  @Test func `fields that stand one place off are put back`() throws {
    let report = try imported(
      KindTests.portal + ",M,202201,842,M,156,0,TOTAL,All,50\n,M,202202,842,M,156,0,TOTAL,All,60\n"
    )
    #expect(value(report, "imports", Period(Month(year: 2022, month: 2))) == 60)
    #expect(report.codes.contains("columns-shifted"))
  }

  @Test func `chapters lose and regain their leading zero, and add up where all are there`() throws
  {
    let rows = (1...97).filter { $0 != 77 }.map { "H5,2017,Export,China,USA,\($0),Goods,2" }
    let report = try imported(
      "Classification,Year,Trade Flow,Reporter,Partner,Commodity Code,Commodity,Trade Value (US$)\n"
        + rows.joined(separator: "\n")
    )
    #expect(value(report, "exports", Period(year: 2017), product: "01") == 2)
    #expect(value(report, "exports", Period(year: 2017)) == 192)
    #expect(report.codes.contains("total-derived"))
  }

  @Test func `months to come are no zeros`() throws {
    let months = [
      "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    let head =
      "year,CTY_CODE,CTYNAME," + months.map { "I\($0)" }.joined(separator: ",")
      + ",IYR," + months.map { "E\($0)" }.joined(separator: ",") + ",EYR\n"
    let zeros = Array(repeating: "0", count: 11).joined(separator: ",")
    let report = try imported(head + "2022,5700,China,5.5,\(zeros),5.5,2.5,\(zeros),2.5\n")
    #expect(report.data.facts.rowCount == 2)
    #expect(value(report, "imports", Period(Month(year: 2022, month: 1))) == 5_500_000)
  }

  @Test func `Eurostat's Comext reads as SDMX, in euros`() throws {
    let report = try imported(
      """
      DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE
      ESTAT:DS-045409(1.0),15/05/24,M,DE,CN,TOTAL,1,VALUE_IN_EUROS,2024-01,12500
      ESTAT:DS-045409(1.0),15/05/24,M,DE,CN,TOTAL,2,VALUE_IN_EUROS,2024-01,8000
      """
    )
    let euro = Unit.money(Currency(rawValue: "EUR"))
    let january = Period(Month(year: 2024, month: 1))
    #expect(value(report, "imports", january, partner: "CHN", unit: euro) == 12500)
    #expect(value(report, "exports", january, partner: "CHN", unit: euro) == 8000)
    #expect(report.data.reporter == "DEU")
  }

  @Test func `the multiplier of SDMX counts, and deleted rows do not`() throws {
    let report = try imported(
      """
      STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,COUNTERPART_AREA,FLOW,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT
      dataflow,X:Y(1.0),I,CN: China,US: United States,X: Exports,2024-Q1,12.5,USD,6
      dataflow,X:Y(1.0),D,CN: China,US: United States,X: Exports,2024-Q2,99,USD,6
      """
    )
    let quarter = Period(start: Month(year: 2024, month: 1), length: 3)
    #expect(value(report, "exports", quarter, partner: "USA") == 12_500_000)
    #expect(report.data.facts.rowCount == 1)
  }

  @Test func `the IMF's bulk file has counterparts to the left and periods to the right`() throws {
    let report = try imported(
      """
      Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country Name,Counterpart Country Code,Attribute,2016,2017,2017M1
      China,924,Exports,TXG_FOB_USD,United States,111,Value,10,20,2
      China,924,Exports,TXG_FOB_USD,United States,111,Status,E,E,E
      """
    )
    #expect(report.kind.name == "dots")
    #expect(value(report, "exports", Period(year: 2016), partner: "USA") == 10)
  }

  @Test func `the World Bank's merchandise trade is trade, without its groups of countries`() throws
  {
    let report = try imported(
      """
      "Data Source","World Development Indicators",

      "Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",
      "China","CHN","Merchandise exports (current US$)","TX.VAL.MRCH.CD.WT","5","6",
      "World","WLD","Merchandise exports (current US$)","TX.VAL.MRCH.CD.WT","50","60",
      """
    )
    #expect(value(report, "exports", Period(year: 2020)) == 6)
    #expect(report.codes.contains("aggregates-skipped"))
  }

  @Test func `a wide table has its periods to the right and its flow as the user says`() throws {
    let text = "Country,2018,2019,2020\nJapan,1,2,3\nFrance,4,5,..\n"
    let error = #expect(throws: Diagnostic.self) { try imported(text) }
    #expect(error?.code == "needs-flow")
    var options = ImportOptions()
    options.mapping = ["flow": "imports", "reporter": "china"]
    let report = try imported(text, options)
    #expect(value(report, "imports", Period(year: 2019)) == 7)
    #expect(report.data.reporter == "CHN")
    #expect(report.missingCells == 1)
  }

  @Test func `a mapping names columns, factors and what is the same for all rows`() throws {
    var options = ImportOptions()
    options.mapping = ["period": "when", "partner": "who", "value": "usd*1000", "flow": "exports"]
    let report = try imported(
      "when,who,usd,eur\n2020-01,Japan,1.5,9\n2020-02,Atlantis,2,9\n",
      options
    )
    #expect(value(report, "exports", Period(Month(year: 2020, month: 1)), partner: "JPN") == 1500)
    #expect(
      value(report, "exports", Period(Month(year: 2020, month: 2)), partner: "_ATLANTIS") == 2000
    )
    #expect(report.codes.contains("unknown-places"))
  }

  @Test func `October survives a spreadsheet that dropped its zero`() throws {
    let report = try imported("month,exports\n2023.09,1\n2023.1,2\n2023.11,3\n")
    #expect(value(report, "exports", Period(Month(year: 2023, month: 10))) == 2)
  }

  @Test func `a bad row is counted with its line and stops nothing but a strict import`() throws {
    let text = "Date,Exports\n2020-01,1\nnonsense,2\n2020-03,many\n2020-04,4\n"
    let report = try imported(text)
    #expect(report.refused.count == 2)
    #expect(report.refused.first.map(\.line) == [3, 4])
    #expect(report.data.facts.rowCount == 2)
    var options = ImportOptions()
    options.isStrict = true
    let error = #expect(throws: Diagnostic.self) { try imported(text, options) }
    #expect(error?.code == "bad-row")
  }
}
