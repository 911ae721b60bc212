import Catalogue
import Engine
import Periods
import Testing

@testable import Reports

@Suite("Answers for people")
struct TextTests {
  private func lines(_ answer: Answer, width: Int = 80) -> [String] {
    TextWriter.text(of: answer, on: Page(input: "", width: width)).plainLines
  }

  private func lines(_ content: Answer.Content, width: Int = 80) -> [String] {
    lines(Sample.answer("query", content), width: width)
  }

  @Test("a number stands below its reading and beside what it compares with")
  func scalar() {
    let expected = [
      "surplus year to date · Jan–Nov 2025 · as of 2025-12-08 · USD bn",
      "1,075.9   a year earlier 884.7",
      "the highest for January to November since the data begin in 2015",
      "note[nominal-values]: values are nominal",
      "note[a]: first",
      "also: b",
      "source  Customs",
    ]
    #expect(lines(Sample.surplus) == expected)
  }

  @Test("growth carries its sign and its percent sign")
  func growth() {
    #expect(lines(Sample.growth)[1] == "−28.6 %   a year earlier +8.0 %")
  }

  @Test("an incomplete period says which months it holds")
  func incomplete() {
    let scalar = Scalar(
      Cell(2522.6e9, state: .provisional),
      unit: .money(.usd),
      period: Period(year: 2026),
      through: Month(year: 2026, month: 7)
    )
    #expect(lines(.scalar(scalar))[1] == "2,522.6  (Jan–Jul, incomplete; provisional)")
  }

  @Test("a reading that is too wide is broken between its parts")
  func wideReading() {
    let expected = ["surplus year to date · Jan–Nov 2025 ·", "  as of 2025-12-08 · USD bn"]
    #expect(Array(lines(Sample.surplus, width: 41).prefix(2)) == expected)
  }

  @Test("what has no meaning says why")
  func notMeaningful() {
    let cell = Cell(-2237.9, state: .notMeaningful(.baseNotPositive))
    let scalar = Scalar(cell, unit: .percent, period: Sample.month(2018, 2))
    #expect(lines(.scalar(scalar))[1] == "n.m.  (no growth from a base of zero or less)")
  }

  @Test("a series leads with its latest value and shows thirteen periods")
  func series() {
    let expected = [
      "query · USD bn",
      "321.0   Mar 2026",
      "▂▃▃▄▄▄▄▁▅██▁▃  ⟦13 pts, 299.8..357.8⟧",
      "2025-03  313.9    2025-07  321.8    2025-11  330.4    2026-03  321.0",
      "2025-04  315.7    2025-08  321.8    2025-12  357.8",
      "2025-05  316.1    2025-09  328.6    2026-01  356.6",
      "2025-06  325.2    2025-10  305.4    2026-02  299.8",
    ]
    #expect(lines(.series(Sample.series(Sample.exports))) == expected)
  }

  @Test("a series with a window shows all of it and explains what is missing")
  func window() {
    let shown = lines(.series(Sample.series(Sample.exports, hasWindow: true)))
    #expect(shown[2].hasPrefix("▄ ▂▃▃▄▄▄▄▁▅██▁▃  ⟦14 pts, 299.8..357.8⟧"))
    #expect(shown[4].hasPrefix("2025-02      ·"))
    #expect(shown.last == "· published only together with other months: 2025-02")
  }

  @Test("a table is aligned by display width and totalled")
  func table() {
    let expected = [
      "query",
      "partner   exports   share",
      "           USD bn       %",
      "US           33.8    10.2",
      "ASEAN        57.5    17.4",
      "南朝鮮        0.0       ·",
      "─────────────────────────",
      "total        91.3    27.6",
      "· not reported by the source: 南朝鮮",
    ]
    #expect(lines(.table(Sample.table)) == expected)
  }

  @Test("a table that is too wide goes on below with its labels again")
  func panels() {
    var table = Sample.table
    let name = Table.Value.label("a partner with a rather long name")
    table.columns[0].values = Table.Values([name] + table.columns[0].values.dropFirst())
    table.columns[0].name = "trading partner"
    table.columns[2].name = "share of all"
    table.total = nil
    let expected = [
      "query",
      "trading partner        exports",
      "                        USD bn",
      "a partner with a ra…      33.8",
      "ASEAN                     57.5",
      "南朝鮮                     0.0",
      "",
      "trading partner        share of all",
      "                                  %",
      "a partner with a ra…           10.2",
      "ASEAN                          17.4",
      "南朝鮮                            ·",
    ]
    #expect(lines(.table(table), width: 40).prefix(12) == expected[...])
  }

  @Test("a gap in a table over time is named by its column and its period")
  func gaps() {
    let values: [Table.Value] = [.cell(Cell(1e9)), .cell(.missing(.notReported))]
    let table = Table([
      Table.Column("month", values: [1, 2].map { .period(Sample.month(2025, $0), through: nil) }),
      Table.Column("US", unit: .money(.usd), values: values),
      Table.Column("EU", unit: .money(.usd), values: values.reversed()),
    ])
    #expect(lines(.table(table)).last == "· not reported by the source: US 2025-02, EU 2025-01")
  }

  @Test("marks are explained only where they occur")
  func marks() {
    var points = Sample.series([1, 2, 3], hasWindow: true)
    points.points[0].cell.state = .derived
    points.points[1].cell.state = .provisional
    points.points[2].through = Month(year: 2025, month: 3)
    let expected = [
      "2025-01   1.0d", "2025-02   2.0p", "2025-03*  3.0",
      "* incomplete: Mar 2025 · d derived · p provisional",
    ]
    #expect(Array(lines(.series(points)).dropFirst(2)) == expected)
  }

  @Test("spells say how often the condition held")
  func spells() {
    let expected = [
      "query · index",
      "from      to         months   began at   trough   in",
      "2025-04   2025-11+        8       49.0     48.9   2025-10",
      "held in 8 of 131 months; 2 had no value to compare",
      "+ still so at the end of the data",
    ]
    #expect(lines(.periods(Sample.spells)) == expected)
  }

  @Test("no spell is an answer too")
  func never() {
    let none = Spells([], unit: nil, compared: 131, withoutValue: 0, frequency: .monthly)
    #expect(lines(.periods(none)) == ["query", "never in 131 months"])
  }

  @Test("a check says both numbers and whether it holds")
  func check() {
    // An expectation is one line; what it is about stands in the entry above.
    #expect(lines(.check(Sample.check(holds: true))) == ["✓ 1,075.9 = 1,080.0 ± 10.0"])
    let failed = "✗ 1,075.9 = 1,080.0 ± 10.0   does not hold"
    #expect(lines(.check(Sample.check(holds: false))) == [failed])
  }

  @Test("lines of text stand as they are, without control characters")
  func text() {
    #expect(lines(.text(["a", "b\u{1B}[31m"])) == ["a", "b\\u{1B}[31m"])
  }

  @Test("no line is wider than the screen", arguments: [40, 57, 80, 120])
  func width(_ width: Int) {
    var wide = Sample.table
    let name = Table.Value.label(String(repeating: "Latin America ", count: 20))
    wide.columns[0].values = Table.Values([name] + wide.columns[0].values.dropFirst())
    wide.columns += wide.columns.dropFirst() + wide.columns.dropFirst()
    wide.total = nil
    let contents: [Answer.Content] = [
      .table(wide), .series(Sample.series(Sample.exports + Sample.exports, hasWindow: true)),
      .periods(Sample.spells), .check(Sample.check(holds: false)),
    ]
    for content in contents {
      for line in lines(content, width: width) { #expect(displayWidth(line) <= width, "\(line)") }
    }
    for line in lines(Sample.surplus, width: width) { #expect(displayWidth(line) <= width) }
  }
}
