import Catalogue
import Engine
import Language
import Periods
import Testing

@testable import Reports

@Suite("Wide tables leave out what holds no figure")
struct WideTableTests {
  private func table(_ rows: [[Double?]], names: [String]) -> Table {
    let columns = rows[0].indices.map { i in
      Table.Column(
        "202\(i)",
        unit: .percent,
        values: rows.map { .cell($0[i].map { Cell($0) } ?? .missing(.notLoaded)) },
        period: Period(year: 2020 + i)
      )
    }
    return Table([Table.Column("partner", values: names.map { .label($0) })] + columns)
  }

  private func lines(_ table: Table, extras: Bool = false) -> [String] {
    var answer = Answer(reading: "x", content: .table(table))
    if extras { answer.extras = [.chart] }
    return TextWriter.text(of: answer, on: Page(input: "x")).plainLines
  }

  @Test("columns and rows, with a note that says how many")
  func leavesOut() {
    let rows: [[Double?]] = [[1, nil, 3, 4], [nil, nil, nil, nil], [5, nil, nil, 8]]
    let lines = lines(table(rows, names: ["US", "Fiji", "EU"]))
    #expect(lines[1].split(separator: " ") == ["partner", "2020", "2022", "2023"])
    #expect(!lines.contains { $0.hasPrefix("Fiji") })
    #expect(lines.contains("left out: 1 column without any figure (2021)"))
    #expect(lines.contains("left out: 1 row without any figure (Fiji)"))
    // What remains without a figure still says why.
    #expect(lines.contains("· not in the data: EU"))
  }

  @Test("but narrow tables show what is missing")
  func narrow() {
    let lines = lines(table([[1, nil], [nil, nil]], names: ["US", "Fiji"]))
    #expect(lines.contains { $0.hasPrefix("Fiji") } && !lines.contains { $0.hasPrefix("left out") })
  }

  @Test("and nothing where all would go")
  func all() {
    let lines = lines(table([[nil, nil, nil], [nil, nil, nil]], names: ["US", "Fiji"]))
    #expect(lines[1].split(separator: " ").count == 4)
  }

  @Test("`with chart` adds a line of bars to each row, in step with the rows that are shown")
  func trends() {
    let rows: [[Double?]] = [[1, 2, 3], [nil, nil, nil], [9, nil, 1]]
    let lines = lines(table(rows, names: ["US", "Fiji", "EU"]), extras: true)
    #expect(lines[1].hasSuffix("trend"))
    #expect(lines[2].hasSuffix("▁▅█") && lines[3].hasSuffix("█ ▁"))
  }

  @Test("`with chart` adds bars to one figure a member, and says which are below zero")
  func bars() {
    let lines = lines(
      Table([
        Table.Column("partner", values: [.label("US"), .label("EU"), .label("UK")]),
        Table.Column(
          "change",
          unit: .percent,
          values: [.cell(Cell(8)), .cell(Cell(-4)), .cell(.missing(.notLoaded))]
        ),
      ]),
      extras: true
    )
    #expect(lines[2].hasSuffix(String(repeating: "█", count: 16)))
    #expect(lines[3].hasSuffix(" " + String(repeating: "▒", count: 8)))
    #expect(lines.contains("▒ below zero"))
  }
}
