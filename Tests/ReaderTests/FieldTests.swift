import Periods
import Testing

@testable import Catalogue

@Suite struct FieldTests {
  @Test(arguments: [
    ("1,187.5", 1187.5), ("1.2E+3", 1200), ("-5", -5), ("(5)", -5), ("1 234", 1234),
    ("$1,000", 1000), ("12%", 12), ("−3", -3), ("1.12339E+11", 112_339_000_000), ("0", 0),
    ("+7", 7), (".5", 0.5),
  ])
  func `a number is read however it is dressed`(text: String, value: Double) {
    #expect(NumberStyle().read(text) == .number(value))
  }

  @Test(arguments: ["", "-", "..", "n.a.", "*", "N/A", ".", "…", ":"])
  func `a sign for no figure is no figure`(text: String) {
    #expect(NumberStyle().read(text) == .missing)
  }

  @Test(arguments: ["inf", "-inf", "Infinity", "1e999"])
  func `infinity is no figure either`(text: String) {
    #expect(NumberStyle().read(text) == (text == "1e999" ? .unreadable : .infinite))
  }

  @Test(arguments: ["abc", "1-2", "12a", "1.2.3", "--5", "e5", "1,2,3.4.5"])
  func `what is no number is said to be none`(text: String) {
    #expect(NumberStyle().read(text) == .unreadable)
  }

  @Test func `a scale goes into the digits, so that nothing is rounded twice`() {
    #expect(NumberStyle().read("293.1", exponent: 6) == .number(293_100_000))
    #expect(NumberStyle().read("1.5e2", exponent: 3) == .number(150_000))
  }

  @Test func `a decimal comma is recognised by its columns`() {
    #expect(NumberStyle.likely(in: ["1,5", "2,25", "3"]).decimal == ",")
    #expect(NumberStyle.likely(in: ["1.187,5"]).decimal == ",")
    #expect(NumberStyle.likely(in: ["1,187", "1,187.5"]).decimal == ".")
    #expect(NumberStyle(decimal: ",").read("1.187,5") == .number(1187.5))
  }

  @Test(arguments: [
    ("2017", "2017"), ("201703", "2017-03"), ("2017-03", "2017-03"), ("2017/3", "2017-03"),
    ("2017.03", "2017-03"), ("2017M03", "2017-03"), ("2017-M3", "2017-03"), ("2017-Q2", "2017-Q2"),
    ("2017Q2", "2017-Q2"), ("2017-S1", "2017-H1"), ("2017-A1", "2017"), ("2017-03-15", "2017-03"),
    ("2017-03-15T00:00:00", "2017-03"), ("20170315", "2017-03"), ("Mar-2017", "2017-03"),
    ("March 2017", "2017-03"), ("15-Mar-2017", "2017-03"), ("03/2017", "2017-03"),
    ("3/15/2017", "2017-03"), ("15/03/2017", "2017-03"), ("2017年3月", "2017-03"),
    ("2017年1-2月", "2017-01..2017-02"), ("2026-01-01/P2M", "2026-01..2026-02"),
    ("2026-01..2026-02", "2026-01..2026-02"), ("2017-T2", "2017-05..2017-08"),
  ])
  func `a period is read however it is written`(text: String, period: String) {
    #expect(PeriodText(text)?.period.description == period)
  }

  @Test(arguments: [
    "2017-13", "2017-02-30", "2017-W05", "2017-Q5", "hello", "12", "99999", "2017-",
  ])
  func `what is no period is none`(text: String) {
    #expect(PeriodText(text) == nil)
  }

  @Test(arguments: [
    ("Korea, South", "KOR"), ("Rep. of Korea", "KOR"), ("Korea, Rep.", "KOR"),
    ("China, Hong Kong SAR", "HKG"), ("China, peoples' republic of", "CHN"), ("USA", "USA"),
    ("Viet Nam", "VNM"), ("St. Kitts and Nevis", "KNA"), ("Gambia, The", "GMB"),
    ("Other Asia, nes", "TWN"), ("Türkiye", "TUR"), ("UNITED KINGDOM", "GBR"),
    ("World", "WLD"), ("World, Not Seasonally Adjusted", "WLD"), ("EU-27", "EU"),
    ("Côte d'Ivoire", "CIV"), ("总值", "WLD"), ("德国", "DEU"),
  ])
  func `a place is found in the spellings of the usual sources`(name: String, code: String) {
    #expect(Place.known(spelled: name)?.code == code)
  }

  @Test(arguments: [
    ("Republic of Albania", "ALB"), ("Kingdom of the Netherlands", "NLD"),
    ("Republic of China", "TWN"), ("People's Republic of China", "CHN"),
    ("Democratic People's Republic of Korea", "PRK"), ("Venezuela, Bolivarian Republic of", "VEN"),
    ("Allemagne", "DEU"), ("Alemania", "DEU"), ("Großbritannien", "GBR"), ("EE.UU.", "USA"),
    ("Corea del Sur", "KOR"), ("Österreich", "AUT"), ("中国台湾", "TWN"),
  ])
  func `a place is found by its official name and in other languages`(name: String, code: String) {
    #expect(Place.known(spelled: name)?.code == code)
  }

  @Test(arguments: [("AT", "AUT"), ("BE", "BEL"), ("IT", "ITA"), ("EL", "GRC"), ("UK", "GBR")])
  func `two letters are a country, though queries take many of them for words`(
    letters: String,
    code: String
  ) {
    #expect(Place.known(iso: letters)?.code == code)
  }

  @Test(arguments: [
    ("Q1 2023", "2023-Q1"), ("3Q2023", "2023-Q3"), ("2023p", "2023"), ("Jan-23", "2023-01"),
    ("Mai 2024", "2024-05"), ("déc. 2023", "2023-12"), ("Oktober 2024", "2024-10"),
    ("enero 2024", "2024-01"), ("2024 1/", "2024"),
  ])
  func `a period is read in other languages and with marks`(text: String, period: String) {
    #expect(PeriodText(text)?.period.description == period)
  }

  @Test(arguments: [
    ("EXUSEU", "USD per EUR"), ("DEXCHUS", "CNY per USD"), ("CNY per USD", "CNY per USD"),
    ("usd_per_eur", "USD per EUR"), ("EUR/USD", "USD per EUR"), ("USDCNY", "CNY per USD"),
  ])
  func `the name of an exchange rate tells what it is the price of`(name: String, unit: String) {
    #expect(RateName.unit(name) == .rate(unit))
  }

  @Test func `what is no rate is none`() {
    for name in ["EXPCH", "exports", "USD", "EXTRA", "usd per capita"] {
      #expect(RateName.unit(name) == nil, "\(name)")
    }
  }

  @Test func `Comtrade's numbers are not all M49`() {
    #expect(Place.known(number: "842")?.code == "USA")
    #expect(Place.known(number: "699")?.code == "IND")
    #expect(Place.known(number: "156")?.code == "CHN")
    #expect(Place.known(number: "0")?.code == "WLD")
  }

  @Test(arguments: [
    ("US$ million", "million USD"), ("Millions of Dollars", "million USD"),
    ("亿元", "100 million CNY"),
    ("万美元", "10 thousand USD"), ("1,000 US dollars", "thousand USD"), ("kg", "10^-3 t"),
    ("% of GDP", "%"), ("billion euro", "billion EUR"),
  ])
  func `a unit is read in words`(text: String, label: String) {
    #expect(Measurement(reading: text)?.label == label)
  }
}
