import Catalogue
import Periods
import Testing

@testable import Engine

@Suite struct ForecastTests {
  let desk = Desk(.months)

  /// The lines of `smoothing.txt` under one name.
  private func reference(_ name: String) -> [Double] {
    ReferenceTable.lines(of: "smoothing").filter { $0[0] == name }.compactMap { Double($0[2]) }
  }

  private func logarithms() throws -> [Double] {
    let series = try #require(try desk.panel("exports log").columns.first?.series)
    return series.cells.map(\.value)
  }

  @Test func `the first states are those of statsmodels`() throws {
    let start = HoltWinters.Start(of: try logarithms(), period: 12)
    #expect(agree(start.level, reference("level")[0]))
    #expect(agree(start.slope, reference("trend")[0]))
    for (season, expected) in zip(start.season, reference("season")) {
      #expect(abs(season - expected) < 1e-11)
    }
  }

  @Test func `the same parameters give the forecasts of statsmodels`() throws {
    let values = try logarithms()
    let model = HoltWinters(
      values,
      from: HoltWinters.Start(of: values, period: 12),
      weights: HoltWinters.Weights(level: 0.3, slope: 0.05, season: 0.2)
    )
    #expect(agree(model.sumOfSquares, reference("sse")[0]))
    for (forecast, expected) in zip(model.forecast(14), reference("forecast")) {
      #expect(agree(forecast, expected))
    }
    for (step, expected) in reference("deviation").enumerated() {
      #expect(agree(model.deviation(ahead: step + 1), expected))
    }
  }

  @Test func `the parameters found fit no worse than those of statsmodels`() throws {
    let model = HoltWinters(fitting: try logarithms(), period: 12)
    #expect(model.sumOfSquares < reference("best sse")[0] * 1.0001)
  }

  @Test func `a forecast continues the figures and says so`() throws {
    let series = try #require(try desk.panel("exports forecast 12m").columns.first?.series)
    #expect(series.cells.count == 152)
    #expect(series[139 + series.first].state == .ok)
    #expect(series.cells.suffix(12).allSatisfy { $0.state == .provisional })
  }

  @Test func `intervals lie around the forecast as far as its deviation says`() throws {
    let answer = try desk.answer("exports forecast 12m with interval")
    guard case .table(let table) = answer.content else {
      Issue.record("a forecast with intervals is a table")
      return
    }
    let values = try logarithms()
    let choice = ForecastChoice(values, period: 12, steps: 12)
    // The quantile of the normal distribution is that of scipy 1.17.1: norm.ppf(0.975), norm.ppf(0.9).
    for (column, quantile) in [(2, -1.2815515655446004), (5, 1.959963984540054)] {
      guard case .cell(let cell) = table.columns[column].values[table.rowCount - 1] else {
        Issue.record("the last row has an interval")
        return
      }
      let expected = choice.forecast(12)[11] + quantile * choice.deviation(ahead: 12)
      #expect(agree(naturalLogarithm(cell.value), expected))
    }
    #expect(desk.code("exports forecast 12m yoy with interval") == "needs-forecast")
  }

  @Test func `a season that repeats itself is forecast without error`() throws {
    let figures = (0..<72).map { index in
      Figure(
        series: "exports",
        period: Period(Month(year: 2018, month: 1) + index),
        value: Double(10 + index % 12) * 1e9
      )
    }
    let desk = Desk(.made(of: figures))
    let value = try desk.cell("exports forecast 12m", Period(text: "2024-03"))
    #expect(abs((value?.number ?? 0) - 12e9) < 1e3)
  }

  @Test func `what cannot be forecast is refused`() throws {
    #expect(desk.refusal("exports yoy forecast 12m") == "forecast-first")
    #expect(desk.refusal("exports forecast 5y") == "too-far")
    #expect(desk.refusal("exports by year forecast 1y") == "frequency-mismatch")
  }
}
