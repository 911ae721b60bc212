import Catalogue
import Columns
import Periods
import Testing

@Suite struct ChinaCustomsTests {
  @Test func `values are exact in base units`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    #expect(figures.value("exports", .month(2025, 11)) == 330_350_000_000)
  }

  @Test func `as of 2025-12-08 the figures of that day count`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    #expect(figures.billions("exports", .month(2025, 11)) == 330.35)
    #expect(figures.billions("imports", .month(2025, 11)) == 218.67)
    #expect(figures.percent("exports.yoy", .month(2025, 11)) == 5.9)
    let exports = try #require(figures.billions("exports", .toDate(2025, 11)))
    let imports = try #require(figures.billions("imports", .toDate(2025, 11)))
    #expect(abs(exports - imports - 1075.9) < 1)
    #expect(figures.value("exports", .month(2025, 12)) == nil)
  }

  @Test func `growth on the levels then published rounds to 5.8 percent`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    let level = try #require(figures.billions("exports", .month(2025, 11)))
    let base = try #require(figures.billions("exports", .month(2024, 11)))
    #expect(abs((level / base - 1) * 100 - 5.8) < 0.05)
  }

  @Test func `the latest figures are the revised ones`() throws {
    let figures = Figures(.latest)
    #expect(figures.billions("exports", .month(2025, 11)) == 330.0)
    #expect(figures.percent("exports.yoy", .month(2025, 11)) == 5.9)
  }

  @Test func `the first published figures stay`() throws {
    let figures = Figures(.firstPublished)
    #expect(figures.billions("exports", .month(2025, 11)) == 330.35)
    #expect(figures.billions("exports", Period(year: 2025)) == 3771.87)
  }

  @Test func `exports to the US and what the US reports differ`() throws {
    let figures = Figures(.latest)
    let reported = try #require(figures.year("exports", 2024, partner: "USA"))
    #expect(abs(reported - 524.7) < 0.5)
    let mirror = try #require(figures.year("imports", 2024, reporter: "USA", partner: "CHN"))
    #expect(abs(mirror - 438.9) < 2)
  }

  @Test func `what the US reports stands on one basis`() {
    let data = DataSet.chinaCustoms
    for row in data.rows(.latest) {
      let key = FigureKey(of: row, in: data)
      guard key.reporter == "USA", key.series == "imports" else { continue }
      #expect(data.origins[data.code(.origin, row)].basis == "customs value", "\(key)")
    }
  }

  @Test func `shipments to the US fell by 28.6 percent in November 2025`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    let level = try #require(figures.billions("exports", .month(2025, 11), partner: "USA"))
    let base = try #require(figures.billions("exports", .month(2024, 11), partner: "USA"))
    #expect(abs((level / base - 1) * 100 + 28.6) < 0.1)
  }

  @Test func `the manufacturing index was below 50 from April to November 2025`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    let values = try (3...11).map { number in
      try #require(figures.value("pmi", .month(2025, number), unit: .index("")))
    }
    #expect(values[0] > 50)
    #expect(values.dropFirst().allSatisfy { $0 < 50 })
  }

  @Test func `every figure has its sources and a derived one its method`() {
    let data = DataSet.chinaCustoms
    #expect(data.products[0].code == "TOTAL")
    for origin in data.origins {
      #expect(!origin.sources.members.isEmpty)
      #expect(origin.sources.members.allSatisfy { Int($0) < data.sources.count })
      #expect(origin.status != .derived || !origin.method.isEmpty)
    }
  }

  @Test func `every indicator has figures under the reporter and the world`() {
    let data = DataSet.chinaCustoms
    let keys = (0..<data.facts.rowCount).map { FigureKey(of: $0, in: data) }
    for indicator in data.indicators {
      let own = keys.filter { $0.series == indicator.code }
      #expect(!own.isEmpty, "\(indicator.code)")
      #expect(own.allSatisfy { $0.reporter == "CHN" && $0.partner == "WLD" })
      #expect(indicator.summary.count <= 80)
    }
  }

  @Test func `places and products of the figures are known ones`() {
    let data = DataSet.chinaCustoms
    for place in data.places { #expect(Place.known(place.code) == place) }
    for product in data.products { #expect(Product.known(product.code) == product) }
  }
}
