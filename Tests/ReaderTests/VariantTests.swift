import Catalogue
import Columns
import Guidance
import Periods
import Testing

@testable import Engine

/// The same few figures in the many shapes that files of one kind have: other orders of columns,
/// other words, months, quarters and years, footnotes and missing columns.
@Suite struct VariantTests {
  struct Variant: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var kind: String
    var series = "exports"
    var partner: String?
    var product: String?
    var unit = Unit.money(.usd)
    var period: String
    var value: Double
    var mapping: [String: String] = [:]
    var testDescription: String { name }
  }

  private static let variants: [Variant] = [
    Variant(
      name: "Comtrade legacy, columns in another order, monthly",
      text: "Trade Value (US$),Reporter,Partner,Trade Flow,Commodity Code,Commodity,Period\n"
        + "500,China,Japan,Exports,TOTAL,All,201701\n700,China,World,Exports,TOTAL,All,201701\n",
      kind: "comtrade-legacy",
      partner: "JPN",
      period: "2017-01",
      value: 500
    ),
    Variant(
      name: "Comtrade portal without quotes, several flows and SITC",
      text:
        "period,reporterISO,reporterCode,flowCode,partnerISO,partnerCode,classificationCode,cmdCode,primaryValue\n"
        + "2020,CHN,156,X,W00,0,S4,TOTAL,9\n2020,CHN,156,RX,W00,0,S4,TOTAL,1\n2020,CHN,156,X,W00,0,S4,78,4\n",
      kind: "comtrade",
      product: "S4-78",
      period: "2020",
      value: 4
    ),
    Variant(
      name: "Comtrade JSON with numbers as texts and nulls",
      text:
        #"{"data":[{"period":"202001","reporterCode":156,"flowCode":"X","partnerCode":"392","cmdCode":"TOTAL","primaryValue":"12.5","netWgt":null}]}"#,
      kind: "comtrade-json",
      partner: "JPN",
      period: "2020-01",
      value: 12.5
    ),
    Variant(
      name: "SDMX 1.0 of Eurostat, two letters, a year, flags",
      text:
        "DATAFLOW,LAST UPDATE,freq,geo,partner,product,flow,unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
        + "ESTAT:X(1.0),01/01/25 23:00:00,A,AT,IT,TOTAL,EXP,MIO_EUR,2023,7.5,p\n",
      kind: "sdmx-csv",
      partner: "ITA",
      unit: .money(Currency(rawValue: "EUR")),
      period: "2023",
      value: 7_500_000
    ),
    Variant(
      name: "SDMX of the IMF, quarters, codes with names",
      text:
        "DATAFLOW,FREQ: Frequency,REF_AREA: Area,INDICATOR: Indicator,COUNTERPART_AREA: Counterpart,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n"
        + "IMF:DOT(1.0),Q: Quarterly,CN: China,TXG_FOB_USD: Exports,US: United States,2024-Q1,12.5,6\n",
      kind: "sdmx-csv",
      partner: "USA",
      period: "2024-Q1",
      value: 12_500_000
    ),
    Variant(
      name: "SDMX 2.0 with a range of time and a day",
      text: "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,FLOW,TIME_PERIOD,OBS_VALUE\n"
        + "dataflow,A:B(1.0),I,CN,X,2024-01-01/P3M,6\ndataflow,A:B(1.0),I,CN,X,2024-04-15,2\n",
      kind: "sdmx-csv",
      period: "2024-Q1",
      value: 6
    ),
    Variant(
      name: "exchange rates of a central bank",
      text: "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,TIME_PERIOD,OBS_VALUE\n"
        + "EXR.M.USD.EUR.SP00,M,USD,EUR,SP00,2024-01,1.0905\n",
      kind: "sdmx-csv",
      series: "sdmx.seriesusdeursp00",
      unit: .rate("USD per EUR"),
      period: "2024-01",
      value: 1.0905
    ),
    Variant(
      name: "Direction of Trade, months only",
      text: "Counterpart Country Name,Indicator Code,Country Name,2020M1,2020M2\n"
        + "Germany,TMG_CIF_USD,France,5,6\n",
      kind: "dots",
      series: "imports",
      partner: "DEU",
      period: "2020-02",
      value: 6
    ),
    Variant(
      name: "World Bank as a data bank exports it",
      text: "Country Name,Country Code,Series Name,Series Code,2019 [YR2019],2020 [YR2020]\n"
        + "China,CHN,Merchandise exports (current US$),TX.VAL.MRCH.CD.WT,5,6\n"
        + "\nData from database: World Development Indicators\nLast Updated: 01/01/2025\n",
      kind: "wdi",
      period: "2020",
      value: 6
    ),
    Variant(
      name: "FRED with two series and quarters",
      text: "DATE,IMPCH,EXPCH\n2020-01-01,5,3\n2020-04-01,.,4\n",
      kind: "fred",
      series: "imports",
      partner: "CHN",
      period: "2020-01",
      value: 5_000_000
    ),
    Variant(
      name: "a long table in Chinese",
      text: "年月,国别,出口额(万美元),进口额(万美元)\n2024年1月,日本,12.5,8\n2024年2月,日本,13,9\n",
      kind: "table",
      partner: "JPN",
      period: "2024-01",
      value: 125_000
    ),
    Variant(
      name: "a long table in German",
      text:
        "Jahr;Partnerland;Ausfuhr in Mio. Euro;Einfuhr in Mio. Euro\n2023;Österreich;1.234,5;2\n",
      kind: "table",
      partner: "AUT",
      unit: .money(Currency(rawValue: "EUR")),
      period: "2023",
      value: 1_234_500_000
    ),
    Variant(
      name: "a long table in French",
      text:
        "Année;Pays partenaire;Exportations (millions d'euros)\n2023;Allemagne;5\n2024;Allemagne;6\n",
      kind: "table",
      partner: "DEU",
      unit: .money(Currency(rawValue: "EUR")),
      period: "2024",
      value: 6_000_000
    ),
    Variant(
      name: "a long table in Spanish",
      text: "Año,País,Exportaciones (miles de dólares)\n2023,Alemania,5\n2024,Alemania,6\n",
      kind: "table",
      partner: "DEU",
      period: "2024",
      value: 6000
    ),
    Variant(
      name: "year and month apart, the flow in its own column",
      text: "value,flow,month,year,country\n5,Export,Jan,2024,Japan\n6,Import,Jan,2024,Japan\n",
      kind: "table",
      series: "imports",
      partner: "JPN",
      period: "2024-01",
      value: 6
    ),
    Variant(
      name: "quarters to the right, the flow in rows",
      text: "Country,Flow,Q1 2023,Q2 2023,Q3 2023\nJapan,Exports,1,2,3\nJapan,Imports,4,5,6\n",
      kind: "table",
      series: "imports",
      partner: "JPN",
      period: "2023-Q2",
      value: 5
    ),
    Variant(
      name: "months to the right as dates, with a total of the rows",
      text: "Partner,Jan-23,Feb-23,Mar-23\nJapan,1,2,3\nTotal,1,2,3\n\nSource: us\n",
      kind: "table",
      partner: "JPN",
      period: "2023-02",
      value: 2,
      mapping: ["flow": "exports"]
    ),
    Variant(
      name: "a time series without partners",
      text: "Period,Total Exports (USD bn),Total Imports (USD bn),Trade balance (USD bn)\n"
        + "2024Q1,807.5,623.8,183.7\n2024Q2,899.8,652.0,247.8\n",
      kind: "table",
      series: "balance",
      period: "2024-Q2",
      value: 247_800_000_000
    ),
    Variant(
      name: "several years and footnotes of a statistical office",
      text: "Table 1. Exports by country\n(thousand US dollars)\n\nCountry,2021,2022,2023 1/\n"
        + "Japan,\"1,000\",\"2,000\",\"3,000\"\nFrance,..,5,n.a.\n1/ Preliminary.\nSource: office.\n",
      kind: "table",
      partner: "JPN",
      period: "2022",
      value: 2_000_000,
      mapping: ["flow": "exports"]
    ),
  ]

  @Test(arguments: variants)
  func `a variant of a kind gives its figure`(variant: Variant) throws {
    var options = ImportOptions()
    options.mapping = variant.mapping
    let report = try imported(variant.text, options)
    #expect(report.kind.name == variant.kind)
    let period = try #require(Period(reading: variant.period))
    let timelines = EmbeddedFacts(report.data).timelines(
      FactRequest(
        series: variant.series,
        reporter: nil,
        partner: variant.partner.map(FactRequest.Selection.member) ?? .total,
        product: variant.product.map(FactRequest.Selection.member) ?? .total,
        unit: variant.unit,
        vintage: .latest,
        aggregation: .sum
      )
    )
    let cell = try #require(timelines[""], "\(report.data.series) \(report.data.units)")
      .figure(for: period)
    #expect(cell.hasValue && cell.value == variant.value, "\(cell)")
  }
}
