import Catalogue
import Engine
import Periods
import Testing

@Suite struct PriceTests {
  /// The months of the reference figures beside an index that rises by 0.3 points a month.
  private let desk: Desk = {
    let index = Indicator(
      code: "price",
      name: "price index",
      summary: "Made up.",
      aggregation: .mean,
      coverage: "China"
    )
    let figures = ReferenceTable.lines(of: "figures").enumerated().flatMap { row, fields in
      let period = Period(text: fields[0]) ?? Period(year: 2000)
      return [
        Figure(series: "exports", period: period, value: (Double(fields[1]) ?? 0) * 1e9),
        Figure(
          series: "price",
          unit: .index("Jan 2015 = 100"),
          period: period,
          value: 100 + 0.3 * Double(row)
        ),
      ]
    }
    return Desk(.made(of: figures, indicators: [index]))
  }()

  @Test(arguments: ReferenceTable.values("prices"))
  func `deflated figures agree with pandas`(line: ReferenceTable.Line) throws {
    #expect(agree(try desk.cell(line.query, line.period)?.number, line.value))
  }

  @Test func `without an index of prices nothing is deflated`() {
    #expect(Desk(.months).refusal("exports real") == "not-loaded")
    #expect(Desk(.chinaCustoms).refusal("exports real using cpi") == "not-a-price-index")
    #expect(Desk(.chinaCustoms).refusal("exports real using pmi") == "not-a-price-index")
    #expect(desk.refusal("exports ytd real") == "deflate-first")
    #expect(desk.refusal("exports index 2019=100 real") == "needs-money")
  }
}
