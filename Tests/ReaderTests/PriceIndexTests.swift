import Periods
import Testing

@testable import Catalogue

@Suite("Index numbers in a table")
struct PriceIndexTests {
  @Test(
    "are known by the base in their column's name",
    arguments: [
      ("Export prices (index 2015 = 100)", "export prices", "2015 = 100"),
      ("import price index, 2010=100", "import price", "2010 = 100"),
      ("Index 2020=100", "price index", "2020 = 100"),
    ]
  )
  func names(_ text: String, _ name: String, _ base: String) {
    let index = PriceIndexName(text)
    #expect(index?.name == name && index?.base == base)
  }

  @Test(
    "are none without one",
    arguments: [
      "price index", "exports (2015 prices)", "2015 = 200", "= 100", "x = 100", "15 = 100",
    ]
  )
  func others(_ text: String) {
    #expect(PriceIndexName(text) == nil)
  }

  @Test("stand beside the flows of the table, as an indicator with that unit")
  func table() throws {
    let text = "year,exports (USD),export prices (index 2050 = 100)\n2050,5e9,100\n2051,6e9,104\n"
    let data = try importFile(Array(text.utf8), named: "t.csv").data
    #expect(data.indicators.map(\.name) == ["export prices"])
    #expect(data.units.contains(.index("2050 = 100")))
  }
}
