import Catalogue
import Engine
import Periods
import Testing

@Suite struct FunctionTests {
  /// The made-up trade of four countries in `References/world.txt`.
  private static let figures = ReferenceTable.lines(of: "world").map { fields in
    Figure(
      series: fields[1],
      reporter: fields[2],
      partner: fields[3],
      product: fields[4],
      period: Period(text: fields[0]) ?? Period(year: 2000),
      value: (Double(fields[5]) ?? 0) * 1e9
    )
  }

  private let world = Desk(.made(of: FunctionTests.figures))
  private let months = Desk(.months)

  @Test(arguments: ReferenceTable.values("indices"))
  func `trade indices agree with ecomplexity, inequality and pandas`(
    line: ReferenceTable.Line
  ) throws {
    #expect(agree(try world.cell(line.query)?.number, line.value))
  }

  @Test func `advantages by product stand side by side`() throws {
    let panel = try world.panel("rca(exports by product 2024)")
    #expect(panel.columns.count == 4)
    let toys = panel.columns.first { $0.members.first?.name == "toys" }
    let alone = try world.cell("rca(exports of toys 2024)")
    #expect(toys?.series.cells.first == alone)
  }

  @Test func `the world is never made of one country`() {
    let own = FunctionTests.figures.filter { $0.reporter == "CHN" }
    let desk = Desk(.made(of: own))
    #expect(desk.refusal("rca(exports of steel 2024)") == "world-not-loaded")
    #expect(desk.refusal("tii(exports to US 2024)") == "world-not-loaded")
    #expect(Desk(.chinaCustoms).refusal("rca(exports of steel 2025)") == "world-not-loaded")
    #expect(world.refusal("rca(exports 2024)") == "wrong-arguments")
    #expect(world.refusal("rca(exports of steel yoy)") == "wrong-arguments")
  }

  @Test func `overlapping members have no concentration`() throws {
    let overlapping = ["STEEL", "CARS"].map {
      Figure(series: "exports", product: $0, period: Period(year: 2024), value: 80)
    }
    let whole = Figure(series: "exports", period: Period(year: 2024), value: 100)
    let desk = Desk(.made(of: overlapping + [whole]))
    #expect(try desk.cell("hhi(exports by product 2024)")?.hasValue == false)
    #expect(desk.refusal("hhi(surplus by product 2024)") == "no-shares")
    #expect(desk.refusal("hhi(exports 2024)") == "needs-members")
  }

  @Test func `a record looks back to a value as high`() throws {
    // By hand: 411.9 in June 2026 is above 397.9 and 401.6 after it.
    #expect(try months.cell("record(exports)")?.number == 1)
    #expect(try months.cell("record(exports cumulative)")?.number == 139)
  }
}
