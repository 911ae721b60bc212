import Catalogue
import Periods
import Testing

/// One number of a real file, and the clause of `import` under which it is read.
struct SampleValue: CustomTestStringConvertible, Sendable {
  var file: String
  var series: String
  var reporter: String?
  var partner: String?
  var product: String?
  var unit = Unit.money(.usd)
  var period: Period
  var value: Double
  var clause = ""

  init(
    _ file: String,
    _ series: String,
    of reporter: String? = nil,
    with partner: String? = nil,
    product: String? = nil,
    in unit: Unit = .money(.usd),
    _ period: Period,
    _ value: Double,
    clause: String = ""
  ) {
    self.file = file
    self.series = series
    self.reporter = reporter
    self.partner = partner
    self.product = product
    self.unit = unit
    self.period = period
    self.value = value
    self.clause = clause
  }

  var testDescription: String { "\(file) \(series) \(period)" }
}

/// What pandas 3.1.1 computes from the same files, by `read_csv` (`json.load` for the JSON), a
/// selection of rows and `sum`; the short Comtrade file was cut by Python's `split`, as some of its
/// values are written `1.12339E+11`.
let sampleValues: [SampleValue] =
  comtradeValues + censusValues + customsValues + otherValues

private let comtradeValues: [SampleValue] = [
  .init(legacy + "china_SITC4_partners_2010.csv", "exports", with: "USA", year(2012), 352438221016),
  .init(legacy + "china_SITC4_partners_2010.csv", "imports", year(2012), 590155445446),
  .init(legacy + "world_totals_2017.csv", "exports", of: "DEU", year(2017), 1450214838492),
  .init(legacy + "world_totals_2017.csv", "imports", year(2017), 12955288881058),
  .init(
    legacy + "us_china_2017_short_header.csv",
    "exports",
    with: "CHN",
    year(2017),
    129893514886
  ),
  .init(legacy + "us_china_2017_short_header.csv", "imports", year(2017), 526022013512),
  .init(legacy + "us_china_2017_short_header.csv", "reexports", year(2017), 9914664647),
  .init(portal + "14_22_28.csv", "imports", with: "CHN", year(2022), 575688091172),
  .init(portal + "14_22_28.csv", "exports", year(2022), 153837022415),
  .init(portal + "14_22_47.csv", "exports", year(2021), 151065177394),
  .init(portal + "14_23_0.csv", "exports", year(2020), 124648507633),
  .init(portal + "14_23_13.csv", "exports", year(2019), 106626645076),
  .init(portal + "14_23_26.csv", "exports", year(2018), 120147865723),
  .init(portal + "14_23_38.csv", "exports", year(2017), 129893514886),
  .init(portal + "14_23_50.csv", "exports", year(2016), 115594770317),
  .init(portal + "14_24_14.csv", "exports", year(2014), 124023905436),
  .init(portal + "14_24_2.csv", "exports", year(2015), 116186201565),
  .init(portal + "14_24_36.csv", "exports", year(2013), 122016244727),
  .init(portal + "14_25_19.csv", "exports", year(2011), 103878414123),
  .init(portal + "14_25_3.csv", "exports", year(2012), 110590058407),
  .init(portal + "14_25_34.csv", "exports", year(2010), 91878160150),
  .init("comtrade_new_portal_csv/dsci_510_dataset.csv", "exports", year(2015), 116186201565),
  .init("comtrade_api_json/HS-60a6ad.json", "exports", with: "DEU", year(2010), 68047133397),
  .init("comtrade_api_json/HS-60a6ad.json", "imports", year(2010), 81055400218),
  .init(
    "comtrade_api_json/get-bilateral-trade_synthetic-example.json",
    "imports",
    with: "USA",
    product: "84",
    month(2023, 1),
    3_187_420_000
  ),
  .init(
    minerals + "country_monthly_stats.csv",
    "exports",
    with: "JPN",
    product: "2504",
    year(2020),
    142153731,
    clause: "flow: exports"
  ),
  .init(
    minerals + "overview_monthly.csv",
    "exports",
    product: "RAREEARTHS",
    year(2020),
    2167005664,
    clause: "flow: exports"
  ),
]

private let censusValues: [SampleValue] = [
  .init(census + "us-trade_BOM_1985-2022.csv", "exports", with: "CHN", year(2017), 129997227248),
  .init(census + "us-trade_BOM_1985-2022.csv", "imports", with: "JPN", month(2021, 5), 11458072800),
  .init(census + "us-trade_BOM_1985-2022.csv", "exports", year(2020), 1428518279450),
  .init(census + "us-trade_BOM_1985-2022.csv", "exports", with: "SDN", year(2011), 74694129),
  .init(census + "us-trade_BOM_1985-2022.csv", "imports", with: "PSE", year(2019), 4146606),
  .init(census + "EXTRACT_china_5700_1985-2022.csv", "imports", year(2000), 100018200000),
  .init("fred_us_china/IMPCH.csv", "imports", with: "CHN", year(2018), 539503427742),
]

private let customsValues: [SampleValue] = [
  .init(
    "gacc_by_country_2024_cny/gac_monthly_clean.csv",
    "exports",
    in: .money(.cny),
    year(2024),
    25454600000000
  ),
  .init(customs + "exports.csv", "exports", year(2014), 2342300000000),
  .init(customs + "imports.csv", "imports", year(2014), 1959300000000),
  .init(customs + "exports_vintage_2026-07-07.csv", "exports", year(2014), 2342300000000),
  .init(customs + "imports_vintage_2026-07-07.csv", "imports", year(2014), 1959300000000),
  .init(
    customs + "manufacturing_pmi.csv",
    "manufacturingpmi",
    in: .ratio,
    year(2014),
    50.69166666666667
  ),
  .init(customs + "manufacturing_pmi.csv", "nonmfg", in: .ratio, year(2014), 54.383333333333326),
]

private let otherValues: [SampleValue] = [
  .init(
    messy + "japan-china-trade-data.csv",
    "exports",
    in: .money(Currency(rawValue: "JPY")),
    year(2018),
    15897740448000,
    clause: "in jpy*1000"
  ),
  .init(
    messy + "korea-china-trade-data.csv",
    "exports",
    with: "CHN",
    year(2018),
    162125055000,
    clause: "in usd*1000"
  ),
  .init(
    "us_effective_tariffs_2025_2026/country-by-time.csv",
    "effectivetariff.china",
    in: .percent,
    month(2026, 8),
    11.935632308599683
  ),
  .init(
    "wdi_csv_format/wdi_4-line-preamble_military_exp_gdp.csv",
    "wdi.ms.mil.xpnd.gd.zs.CHN",
    in: .percent,
    year(2020),
    1.79883350497496
  ),
  .init(sdmx + "example-01.csv", "sdmx.seriesab", in: .ratio, month(2014, 2), 10.8),
  .init(sdmx + "example-02.csv", "sdmx.seriesbaobsvalue2", in: .ratio, month(2014, 1), 12.5),
  .init(sdmx + "example-03.csv", "sdmx.seriesbaobsvalue1", in: .ratio, month(2014, 2), 10.8),
  .init(sdmx + "example-05.csv", "sdmx.seriesab", in: .ratio, month(2014, 2), 10.8),
  .init(sdmx + "example-07.csv", "sdmx.seriesab", in: .ratio, month(2014, 1), 12.4),
  .init(sdmx + "example-08.csv", "sdmx.seriesab", in: .ratio, month(2014, 2), 10.8),
  .init(sdmx + "example-04.csv", "sdmx.seriesab", in: .ratio, month(2014, 2), 10.8),
  .init(sdmx + "example-06.csv", "sdmx.seriesab", in: .ratio, month(2014, 1), 12.4),
  .init(sdmx + "example-09A.csv", "sdmx.seriesab", in: .ratio, month(2014, 3), 11.2),
]

private let legacy = "comtrade_legacy_csv/"
private let portal = "comtrade_new_portal_csv/TradeData_4_16_2023_"
private let minerals = "comtrade_monthly_china_minerals/"
private let census = "us_census_country_monthly/"
private let customs = "gacc_monthly_usd_2008_2026/"
private let messy = "messy_bilateral_2001_2019/"
private let sdmx = "sdmx_csv_examples/"

private func year(_ year: Int) -> Period { Period(year: year) }

private func month(_ year: Int, _ month: Int) -> Period { Period(Month(year: year, month: month)) }
