import Columns
import Testing

@Suite struct ScanReportTests {
  /// Two flows, ten reporters, ten partners, twenty products and 24 months, all of them present.
  private func table(_ rollups: FactTable.Rollups) throws -> FactTable {
    let sizes = [2, 10, 10, 20, 24]
    let rowCount = sizes.reduce(1, *)
    var stride = 1
    let keys = sizes.map { size in
      defer { stride *= size }
      return KeyColumn(codes: (0..<rowCount).map { $0 / stride % size }, cardinality: size)
    }
    let table = FactTable(keys: keys, values: (0..<rowCount).map { Double($0 % 1000 + 1) })
    return try table.clustered(
      by: ClusterOrder(outer: [0, 1, 2], line: 3, inner: 4),
      decimals: 0,
      parting: FactTable.Parting(column: 4, labels: (0..<24).map { $0 < 12 ? "2023" : "2024" }),
      rollups: rollups
    )
  }

  private func filter(_ column: Int, _ codes: Range<Int>) -> FactTable.Scan.Filter {
    FactTable.Scan.Filter(column: column, range: codes)
  }

  @Test func `a filter on outer columns reads only its slices`() throws {
    let filters = [filter(0, 1..<2), filter(2, 3..<4)]
    let scan = FactTable.Scan(filters: filters, groups: [4])
    let report = try table(.never).run(scan).report
    #expect(report.tableRows == 96_000)
    #expect(report.rowsRead == 10 * 20 * 24)
    #expect(report.slicesRead == 10 * 2)
    #expect(report.partsRead == ["2023", "2024"])
  }

  @Test func `a filter on lines narrows slices, and one on periods skips parts`() throws {
    let filters = [filter(3, 5..<7), filter(4, 12..<15)]
    let report = try table(.never).run(FactTable.Scan(filters: filters, groups: [1])).report
    #expect(report.rowsRead == 2 * 10 * 10 * 2 * 12)
    #expect(report.partsSkipped == ["2023"])
  }

  @Test func `the smallest rollup that knows the columns answers`() throws {
    let table = try table(.always)
    let byPartner = FactTable.Scan(filters: [filter(0, 0..<1)], groups: [2, 4])
    #expect(try table.run(byPartner).report.rollupCellsRead == 10 * 24)
    let byProduct = FactTable.Scan(filters: [filter(1, 4..<5)], groups: [3])
    #expect(try table.run(byProduct).report.rollupCellsRead == 2 * 20 * 2)
    #expect(try table.run(byProduct).report.partsRolledUp == ["2023", "2024"])
    let byAll = FactTable.Scan(filters: [filter(1, 4..<5)], groups: [3, 4])
    #expect(try table.run(byAll).report.rollupCellsRead == 0)
    #expect(try table.run(byAll).report.rowsRead == 2 * 10 * 20 * 24)
  }

  @Test func `a plain table reads all its rows`() throws {
    let column = KeyColumn(codes: [0, 1, 0], cardinality: 2)
    let table = FactTable(keys: [column], values: [1, 2, 3])
    let report = try table.run(FactTable.Scan(filters: [filter(0, 0..<1)], groups: [])).report
    #expect(report.rowsRead == 3)
    #expect(report.tableRows == 3)
  }
}
