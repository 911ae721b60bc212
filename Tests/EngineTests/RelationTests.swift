import Catalogue
import Engine
import Periods
import Testing

/// Values of `References/references.py`: statsmodels' OLS, adfuller, grangercausalitytests and GLM.
@Suite struct RelationTests {
  private let months = Desk(.months)

  private static let flows = ReferenceTable.lines(of: "gravity-flows").flatMap { fields in
    [("exports", 3), ("imports", 4)].map { series, column in
      Figure(
        series: series,
        reporter: fields[0],
        partner: fields[1],
        period: Period(text: fields[2]) ?? Period(year: 2000),
        value: (Double(fields[column]) ?? 0) * 1e9
      )
    }
  }

  private let world = Desk(.made(of: RelationTests.flows, reporter: nil))

  private func check(_ desk: Desk, _ table: String, within limit: Double = 1e-9) throws {
    let lines = ReferenceTable.lines(of: table)
    #expect(!lines.isEmpty)
    for statement in Set(lines.map { $0[0] }).sorted() {
      let answer = try desk.answer(statement)
      for fields in lines where fields[0] == statement {
        let expected = try #require(Double(fields[2]))
        let number = try #require(answer.number(fields[1]), "\(statement): \(fields[1])")
        let isClose = abs(number - expected) <= limit * max(abs(number), abs(expected)) + 1e-12
        #expect(isClose, "\(statement): \(fields[1]) is \(number), not \(expected)")
      }
    }
  }

  @Test func `regressions and tests agree with statsmodels`() throws {
    try check(months, "relations")
  }

  @Test func `gravity agrees with a Poisson regression on dummies`() throws {
    try check(world, "gravity", within: 1e-8)
  }

  @Test func `what cannot be told is refused`() {
    #expect(months.code("regress exports on imports since 2026-05") == "too-few-observations")
    #expect(months.code("regress exports on imports, imports") == "collinear")
    #expect(months.code("regress surplus on exports, imports") == "perfect-fit")
    #expect(months.code("regress exports on imports by year, exports by quarter") != nil)
    #expect(months.code("regress exports on (imports by year)") == "frequency-mismatch")
    #expect(months.code("regress log(exports yoy) on imports") == "not-positive")
    #expect(months.code("regress exports on imports 2025") == "needs-series")
    #expect(months.code("granger exports on imports since 2024") == "too-few-observations")
    #expect(months.code("granger exports on imports, exports") == "wrong-arguments")
    #expect(months.code("unitroot exports since 2026") == "too-few-observations")
    #expect(world.code("gravity exports on EU") == "collinear")
    #expect(world.code("gravity exports on distance") == "unknown-regressor")
    #expect(months.code("gravity exports on RCEP") == "too-few-observations")
  }

  @Test func `two trends that fit by chance are called so`() throws {
    let codes = try months.answer("regress exports cumulative on imports cumulative").notes.map(
      \.code
    )
    #expect(codes.contains("spurious"))
    #expect(try months.answer("granger exports on imports").notes.map(\.code).contains("drifting"))
  }

  @Test func `a window behind the last operand counts for all`() throws {
    let answer = try months.answer("regress exports on imports, imports lag 1 since 2020")
    #expect(answer.number("observations") == 80)
  }

  @Test func `the membership of a year decides`() throws {
    // Indonesia and the Philippines joined in January 2023, the others in 2022.
    let answer = try world.answer("gravity exports on RCEP using simple")
    #expect(answer.number("pairs") == 90)
  }
}
