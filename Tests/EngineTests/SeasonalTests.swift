import Catalogue
import Engine
import Guidance
import Periods
import Testing

@Suite struct SeasonalTests {
  let desk = Desk(.months)

  @Test(arguments: ReferenceTable.values("seasonal"))
  func `season and trend agree with statsmodels`(line: ReferenceTable.Line) throws {
    #expect(agree(try desk.cell(line.query, line.period)?.number, line.value))
  }

  @Test func `growth is adjusted first`() throws {
    #expect(desk.refusal("exports yoy sa") == "adjust-first")
    #expect(desk.refusal("exports by year sa") == "frequency-mismatch")
    #expect(desk.refusal("exports sa (x13)") == "unknown-method")
  }

  @Test func `a short series is not adjusted`() throws {
    let figures = (0..<30).map {
      Figure(series: "exports", period: Period(Month(year: 2020, month: 1) + $0), value: 1e9)
    }
    #expect(Desk(.made(of: figures)).refusal("exports sa") == "too-short")
  }

  @Test func `a gap that leaves less than three years is named`() throws {
    let months = (0..<60).filter { $0 != 20 && $0 != 40 }
    let figures = months.map {
      Figure(series: "exports", period: Period(Month(year: 2020, month: 1) + $0), value: 1e9)
    }
    let desk = Desk(.made(of: figures))
    #expect(desk.refusal("exports sa") == "has-gaps")
    #expect(desk.refusal("exports fill sa") == nil)
    #expect(try desk.cell("exports fill", Period(text: "2023-05"))?.state == .derived)
  }

  @Test func `logarithms need figures above zero`() throws {
    let figures = (0..<60).map {
      Figure(
        series: "exports",
        period: Period(Month(year: 2020, month: 1) + $0),
        value: Double($0 % 12) * 1e9
      )
    }
    let desk = Desk(.made(of: figures))
    #expect(desk.refusal("exports sa") == "not-positive")
    #expect(desk.refusal("exports sa (additive)") == nil)
  }

  @Test func `members that cannot be adjusted stand beside those that can`() throws {
    let figures = [("JPN", 60), ("KOR", 30)].flatMap { partner, count in
      (0..<count).map {
        Figure(
          series: "exports",
          partner: partner,
          period: Period(Month(year: 2020, month: 1) + $0),
          value: Double(1 + $0 % 12) * 1e9
        )
      }
    }
    let panel = try Desk(.made(of: figures)).panel("exports by country sa")
    let states = panel.columns.map { $0.series.cells[0].state }
    #expect(states == [.ok, .missing(.incomplete)])
  }

  @Test func `the season of exports differs from the holiday`() throws {
    // A late New Year (17 February 2026) takes from March what the fixed season gives February.
    let plain = try desk.cell("exports sa mom", Period(text: "2026-02"))?.number ?? 0
    let lunar = try desk.cell("exports sa (lunar) mom", Period(text: "2026-02"))?.number ?? 0
    #expect(abs(lunar) < abs(plain))
  }
}
