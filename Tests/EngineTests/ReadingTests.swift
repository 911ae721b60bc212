import Catalogue
import Periods
import Testing

@testable import Engine

/// Values of `References/readings.py`: pandas, scipy and R's strucchange.
@Suite struct ReadingTests {
  private static let months: Desk = {
    var data = DataSet.months
    data.events = [
      Event(name: "tariffs", start: day("2018-07-06"), source: "made up"),
      Event(name: "closure", start: day("2020-01-23"), source: "made up"),
      Event(
        name: "closing",
        start: day("2020-01-23"),
        end: day("2023-01-08"),
        source: "made up"
      ),
    ]
    return Desk(data)
  }()

  private static let world = Desk(
    .made(
      of: ReferenceTable.lines(of: "world").map { fields in
        Figure(
          series: fields[1],
          reporter: fields[2],
          partner: fields[3],
          product: fields[4],
          period: Period(text: fields[0]) ?? Period(year: 2000),
          value: (Double(fields[5]) ?? 0) * 1e9
        )
      }
    )
  )

  private static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  private static let statements = Set(ReferenceTable.lines(of: "readings").map { $0[0] }).sorted()

  @Test(arguments: statements)
  func `what is read from figures agrees with pandas, scipy and strucchange`(
    statement: String
  ) throws {
    let lines = ReferenceTable.lines(of: "readings").filter { $0[0] == statement }
    let isOfWorld = statement.contains("product")
    let desk = isOfWorld ? ReadingTests.world : ReadingTests.months
    let answer = try desk.answer(statement)
    for fields in lines {
      let expected = try #require(Double(fields[2]))
      let number = answer.number(fields[1])
      #expect(agree(number, expected), "\(fields[1]) is \(number ?? .nan), not \(expected)")
    }
  }

  @Test(arguments: [false, true])
  func `the limits of breaks are those of a simulation`(hasTrend: Bool) throws {
    let noise = (0..<40).map { Double(($0 * 7919) % 101) }
    let limits = try #require(BreakTest(noise, hasTrend: hasTrend)).criticalValues
    let simulated = ReferenceTable.lines(of: "break-limits")
      .filter { $0[0] == (hasTrend ? "trend" : "level") }.compactMap { Double($0[2]) }
    #expect(simulated.count == 3)
    // 100,000 draws of 400 values leave about 1 % of chance, and the limit grows a little with length.
    for (limit, value) in zip(limits, simulated) {
      #expect(abs(limit / value - 1) < 0.025, "\(limit), simulated \(value)")
    }
  }
}
