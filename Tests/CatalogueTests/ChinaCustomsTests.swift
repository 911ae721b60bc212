import Catalogue
import Columns
import Periods
import Testing

@Suite struct ChinaCustomsTests {
  @Test func `values are exact in base units`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    let row = try #require(figures.row("exports", "2025-11"))
    #expect(figures.data.facts.values[row] == 330_350_000_000)
  }

  @Test func `as of 2025-12-08 the figures of that day count`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    #expect(figures.billions("exports", "2025-11") == 330.35)
    #expect(figures.billions("imports", "2025-11") == 218.67)
    #expect(figures.percent("exports.yoy", "2025-11") == 5.9)
    let exports = try #require(figures.billions("exports", "2025-01..2025-11"))
    let imports = try #require(figures.billions("imports", "2025-01..2025-11"))
    #expect(abs(exports - imports - 1075.9) < 1)
    #expect(figures.row("exports", "2025-12") == nil)
  }

  @Test func `growth on the levels then published rounds to 5.8 percent`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    let level = try #require(figures.billions("exports", "2025-11"))
    let base = try #require(figures.billions("exports", "2024-11"))
    #expect(abs((level / base - 1) * 100 - 5.8) < 0.05)
  }

  @Test func `the latest figures are the revised ones`() throws {
    let figures = Figures(.latest)
    #expect(figures.billions("exports", "2025-11") == 330.0)
    #expect(figures.percent("exports.yoy", "2025-11") == 5.9)
  }

  @Test func `the first published figures stay`() throws {
    let figures = Figures(.firstPublished)
    #expect(figures.billions("exports", "2025-11") == 330.35)
    #expect(figures.billions("exports", "2025") == 3771.87)
  }

  @Test func `exports to the US and what the US reports differ`() throws {
    let figures = Figures(.latest)
    let reported = try #require(figures.year("exports", 2024, partner: "USA"))
    #expect(abs(reported - 524.7) < 0.5)
    let mirror = try #require(figures.year("imports", 2024, reporter: "USA", partner: "CHN"))
    #expect(abs(mirror - 438.9) < 2)
    let row = try #require(figures.row("imports", "2024-11", reporter: "USA", partner: "CHN"))
    #expect(figures.origin(of: row).basis == "customs value")
  }

  @Test func `shipments to the US fell by 28.6 percent in November 2025`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    let level = try #require(figures.billions("exports", "2025-11", partner: "USA"))
    let base = try #require(figures.billions("exports", "2024-11", partner: "USA"))
    #expect(abs((level / base - 1) * 100 + 28.6) < 0.1)
  }

  @Test func `the manufacturing index was below 50 from April to November 2025`() throws {
    let figures = Figures(.asOf(try day("2025-12-08")))
    let values = try (3...11).map { number in
      let period = Period(Month(year: 2025, month: number)).description
      let row = try #require(figures.row("pmi", period, unit: .index("")))
      return figures.data.facts.values[row]
    }
    #expect(values[0] > 50)
    #expect(values.dropFirst().allSatisfy { $0 < 50 })
  }
}
