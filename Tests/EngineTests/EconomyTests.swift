import Catalogue
import Engine
import Foundation
import Periods
import Testing

/// Values of `References/readings.py`: pandas.
@Suite struct EconomyTests {
  private static let indicators = [
    ("gdp", Indicator.Aggregation.sum), ("reserves", .last), ("survey", .mean), ("gappy", .mean),
  ].map { name, aggregation in
    Indicator(
      code: name,
      name: name,
      summary: "Made up.",
      aggregation: aggregation,
      coverage: "China"
    )
  }

  /// The months of exports and imports beside output by the year, a stock, a survey, and exports with
  /// every fifth month taken away.
  private static let months: Desk = {
    var figures: [Figure] = []
    for (row, fields) in ReferenceTable.lines(of: "figures").enumerated() {
      let period = Period(text: fields[0]) ?? Period(year: 2000)
      let exports = (Double(fields[1]) ?? 0) * 1e9
      let (level, wave) = (Unit.index(""), Double(row))
      figures += [
        Figure(series: "exports", period: period, value: exports),
        Figure(series: "imports", period: period, value: (Double(fields[2]) ?? 0) * 1e9),
        Figure(series: "reserves", unit: level, period: period, value: 3000 + 10 * sin(wave)),
        Figure(series: "survey", unit: level, period: period, value: 50 + cos(wave)),
      ]
      if row % 5 != 3 { figures.append(Figure(series: "gappy", period: period, value: exports)) }
    }
    for (year, value) in [(2020, 14_687.0), (2021, 17_820), (2022, 17_881), (2023, 17_794)] {
      figures.append(Figure(series: "gdp", period: Period(year: year), value: value * 1e9))
    }
    return Desk(.made(of: figures, indicators: indicators))
  }()

  private static let goods: Desk = {
    let figures = [("goods", "exports"), ("bought", "imports")].flatMap { file, series in
      ReferenceTable.lines(of: file).flatMap { fields in
        let period = Period(text: fields[1]) ?? Period(year: 2000)
        let (value, quantity) = (Double(fields[2]) ?? 0, Double(fields[3]) ?? 0)
        return [
          Figure(series: series, product: fields[0], period: period, value: value),
          Figure(
            series: series + ".quantity",
            product: fields[0],
            unit: .quantity("t"),
            period: period,
            value: quantity
          ),
        ]
      }
    }
    return Desk(.made(of: figures))
  }()

  @Test func `ratios to output, terms of trade, stocks and closed gaps agree with pandas`() throws {
    for fields in ReferenceTable.lines(of: "economy") {
      let desk = fields[0].hasPrefix("tot") ? EconomyTests.goods : EconomyTests.months
      let expected = try #require(Double(fields[2]))
      let number = try desk.answer(fields[0]).number(fields[1])
      #expect(agree(number, expected), "\(fields[0]) \(fields[1]): \(number ?? .nan)")
    }
  }

  @Test func `the price of one good is its value over its quantity`() throws {
    let desk = EconomyTests.goods
    let year = Period(year: 2023)
    let price = "(exports of steel by year / export volume of steel by year)"
    let plan = try desk.plan(price)
    #expect(plan.kind.unit == .price(.usd, per: "t"))
    let line = try #require(
      ReferenceTable.lines(of: "goods").first { $0[0] == "STEEL" && $0[1] == "2023" }
    )
    let (value, quantity) = (try #require(Double(line[2])), try #require(Double(line[3])))
    #expect(agree(try desk.cell(price, year)?.number, value / quantity))
    let back = "\(price) * export volume of steel by year"
    #expect(try desk.plan(back).kind.unit == .money(.usd))
    #expect(agree(try desk.cell(back, year)?.number, value))
    #expect(try desk.plan("exports of steel by year / \(price)").kind.unit == .quantity("t"))
    #expect(desk.refusal("\(price) + exports of steel by year") == "unit-mismatch")
  }
}
