import Catalogue
import Columns
import Periods
import Testing

/// The arithmetic that figures of one data set owe each other.
@Suite struct ConsistencyTests {
  private let data = DataSet.chinaCustoms
  private let figures = FigureTable(.latest)

  @Test func `a balance is exports less imports where one release gives all three`() {
    var checked = 0
    for row in 0..<data.facts.rowCount where figures.series(of: row) == "balance" {
      for exports in figures.companions(of: row, series: "exports") {
        for imports in figures.companions(of: row, series: "imports") {
          guard ![exports, imports].contains(where: isDerived) else { continue }
          let values = [row, exports, imports].map { data.facts.values[$0] }
          let tolerance = values.map(rounding(of:)).reduce(1e6, +)
          #expect(
            abs(values[1] - values[2] - values[0]) <= tolerance,
            "\(figures.key(of: row)) \(values)"
          )
          checked += 1
        }
      }
    }
    #expect(checked > 100)
  }

  private func isDerived(_ row: Int) -> Bool {
    data.origins[data.code(.origin, row)].status == .derived
  }

  @Test func `months sum to the longer periods within 0.3 percent`() {
    let known: Set = [
      "exports USA 2023-01..2023-07", "exports USA 2023", "imports RUS 2024-01..2024-07",
    ]
    var checked = 0
    for row in figures.rows where ["exports", "imports"].contains(figures.series(of: row)) {
      let total = figures.key(of: row)
      guard total.period.length > 1, !known.contains(total.description) else { continue }
      let months = total.period.months.map { Period(Month(index: $0)) }
      let parts = months.compactMap { figures.value(total.at($0)) }
      guard parts.count == months.count else { continue }
      let sum = parts.reduce(0, +)
      #expect(abs(sum / data.facts.values[row] - 1) < 0.003, "\(total)")
      checked += 1
    }
    #expect(checked > 330)
  }

  @Test func `no partner takes more than the world`() {
    var checked = 0
    for row in figures.rows where ["exports", "imports"].contains(figures.series(of: row)) {
      let key = figures.key(of: row)
      guard key.reporter == "CHN", key.partner != "WLD",
        let world = figures.value(key.with(partner: "WLD"))
      else { continue }
      #expect(data.facts.values[row] <= world, "\(key)")
      checked += 1
    }
    #expect(checked > 1400)
  }

  /// Where the levels of 2025 were revised, or rounded to one decimal, after the growth was out.
  private static let laterRevised: Set = [
    "imports WLD 2025-09", "imports WLD 2025-10", "imports WLD 2025-11", "imports WLD 2025-12",
    "imports RUS 2025-10", "imports RUS 2025-12", "exports RUS 2025-12", "exports AUS 2025-09",
    "imports USA 2025-H1",
  ]

  @Test func `growth on the levels is the published growth within 0.6 points in 2024 and 2025`() {
    var checked = 0
    for row in figures.rows where figures.series(of: row).hasSuffix("ports.yoy") {
      let growth = figures.key(of: row)
      guard (2024...2025).contains(growth.period.start.year) else { continue }
      let level = growth.with(series: String(growth.series.dropLast(4)), unit: .money(.usd))
      guard !ConsistencyTests.laterRevised.contains(level.description),
        let value = figures.value(level),
        let base = figures.value(level.at(level.period.shifted(by: -12)))
      else { continue }
      #expect(abs((value / base - 1) * 100 - data.facts.values[row]) < 0.6, "\(level)")
      checked += 1
    }
    #expect(checked > 200)
  }
}

/// Half of the last place that a figure was rounded to, as its trailing zeros tell.
private func rounding(of value: Double) -> Double {
  var place = 1e5
  while place < 1e10, (value / (place * 10)).rounded() * place * 10 == value { place *= 10 }
  return place * 0.51
}
