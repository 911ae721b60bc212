import Catalogue
import Columns
import Periods
import Testing

@Suite struct VintageTests {
  // Counts and sums by DuckDB 2.0.1, with the same order of preference as a window function.
  @Test func `the rows in force are those that DuckDB finds`() throws {
    #expect(DataSet.chinaCustoms.facts.rowCount == 4797)
    expect(.latest, rows: 4414, exports: 281_083.2375)
    expect(.asOf(try day("2025-12-08")), rows: 2538, exports: 64_849.956797)
    expect(.firstPublished, rows: 4414, exports: 281_249.343367)
  }

  private func expect(_ vintage: Vintage, rows count: Int, exports: Double) {
    let data = DataSet.chinaCustoms
    let rows = data.rows(vintage)
    #expect(rows.count == count)
    #expect(rows == rows.sorted())
    let own = rows.filter { row in
      let key = FigureKey(of: row, in: data)
      return key.series == "exports" && key.reporter == "CHN" && key.unit == .money(.usd)
    }
    let sum = own.reduce(0) { $0 + data.facts.values[$1] }
    #expect(abs(sum / 1e9 - exports) < 1e-3)
  }

  @Test func `a cell has one row in force`() {
    let data = DataSet.chinaCustoms
    for vintage in [Vintage.latest, .firstPublished] {
      let rows = data.rows(vintage)
      #expect(Set(rows.map(data.cell(of:))).count == rows.count)
    }
  }

  @Test func `nothing of a later day is known before`() throws {
    let data = DataSet.chinaCustoms
    let limit = try day("2025-12-08")
    for row in data.rows(.asOf(limit)) {
      #expect(try #require(data.word(.publication, row)) <= limit)
    }
  }

  @Test func `the history of a month tells its vintages in order`() throws {
    let data = DataSet.chinaCustoms
    let row = try #require(
      data.rows(.latest).first { row in
        let key = FigureKey(of: row, in: data)
        return key.description == "exports WLD 2025-11" && key.unit == .money(.usd)
      }
    )
    let values = data.history(of: data.cell(of: row)).map { data.facts.values[$0] / 1e9 }
    #expect(values == [330.35, 330.163, 330.0])
  }

  @Test func `without days of publication all rows are in force`() {
    var data = DataSet.chinaCustoms
    data.publications = [nil]
    #expect(data.rows(.latest) == Array(0..<data.facts.rowCount))
  }
}
