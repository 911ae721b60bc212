import Catalogue
import Engine
import Periods
import Testing

/// Values of `References/references.py`: pandas, by the formulas of the entries.
@Suite struct DecompositionTests {
  private let months = Desk(.months)

  private static let goods = ReferenceTable.lines(of: "goods").flatMap { fields in
    let period = Period(text: fields[1]) ?? Period(year: 2000)
    return [
      Figure(series: "exports", product: fields[0], period: period, value: Double(fields[2]) ?? 0),
      Figure(
        series: "exports.quantity",
        product: fields[0],
        unit: .quantity("t"),
        period: period,
        value: Double(fields[3]) ?? 0
      ),
    ]
  }

  private static let world = ReferenceTable.lines(of: "world").map { fields in
    Figure(
      series: fields[1],
      reporter: fields[2],
      partner: fields[3],
      product: fields[4],
      period: Period(text: fields[0]) ?? Period(year: 2000),
      value: (Double(fields[5]) ?? 0) * 1e9
    )
  }

  private func check(_ desk: Desk, _ fields: [String]) throws {
    let expected = try #require(Double(fields[2]))
    let number = try desk.answer(fields[0]).number(fields[1])
    #expect(agree(number, expected), "\(fields[0]): \(fields[1])")
  }

  @Test func `unit value indices and the split agree with pandas`() throws {
    let desk = Desk(.made(of: DecompositionTests.goods))
    for fields in ReferenceTable.lines(of: "volumes") { try check(desk, fields) }
  }

  @Test func `the parts of a split add up to the growth`() throws {
    let desk = Desk(.made(of: DecompositionTests.goods))
    let answer = try desk.answer("split exports by product yoy 2025")
    guard case .table(let table) = answer.content, let total = table.total else {
      Issue.record("a split is a table with a total")
      return
    }
    let numbers = total.compactMap { if case .cell(let cell) = $0 { cell.number } else { nil } }
    #expect(numbers.count == 3)
    #expect(abs(numbers[1] + numbers[2] - numbers[0]) < 1e-9)
    let growth = try desk.cell("exports by product yoy 2025")?.number
    #expect(growth != nil)
  }

  @Test func `shift and share, pace and the rest agree with pandas and statsmodels`() throws {
    let world = Desk(.made(of: DecompositionTests.world))
    for fields in ReferenceTable.lines(of: "decompositions") {
      try check(fields[0].hasPrefix("shiftshare") ? world : months, fields)
    }
  }

  @Test func `complexity agrees with ecomplexity`() throws {
    let figures = ReferenceTable.lines(of: "complexity-flows").map { fields in
      Figure(
        series: "exports",
        reporter: fields[0],
        product: fields[1],
        period: Period(year: 2024),
        value: (Double(fields[2]) ?? 0) * 1e9
      )
    }
    let desk = Desk(.made(of: figures, reporter: nil))
    for fields in ReferenceTable.lines(of: "complexity") { try check(desk, fields) }
    #expect(months.code("complexity exports 2024") == "world-not-loaded")
  }

  @Test func `what has no quantity, no growth, no future is refused`() {
    #expect(months.code("split exports yoy 2025") == "wrong-arguments")
    #expect(
      Desk(.made(of: DecompositionTests.world)).code("split exports by product yoy 2024")
        == "no-quantity"
    )
    #expect(months.code("split exports 2025") == "needs-growth")
    #expect(months.code("shiftshare exports by product yoy 2025") != nil)
    #expect(months.code("project exports to 2020 at 5%") == "nothing-ahead")
    #expect(months.code("project exports to 2099 at 5%") == "too-far")
    #expect(months.code("project surplus to 2030 at 5%") == "signed-growth")
    #expect(months.code("project exports to 2030 at 5 pp") == "needs-rate")
    #expect(months.code("pace of exports to 5% by 2030") == "unit-mismatch")
    #expect(months.code("turns exports since 2026") == "too-few-observations")
  }

  @Test func `peaks and troughs take turns`() throws {
    let wave = (0..<96).map { index -> Figure in
      // Highest in the sixth month, lowest in the eighteenth, of every two years.
      let position = index % 24
      let value =
        position <= 6
        ? Double(position) : position <= 18 ? Double(12 - position) : Double(position - 24)
      return Figure(
        series: "exports",
        period: Period(Month(year: 2010, month: 1) + index),
        value: (100 + value) * 1e9
      )
    }
    guard case .table(let table) = try Desk(.made(of: wave)).answer("turns exports").content else {
      Issue.record("turning points are a table")
      return
    }
    let kinds = table.columns[0].values.map { if case .label(let text) = $0 { text } else { "" } }
    #expect(kinds == ["peak", "trough", "peak", "trough", "peak", "trough", "peak", "trough"])
    guard case .period(let first, _) = table.columns[1].values[0] else { return }
    #expect(first.description == "2010-07")
  }
}
