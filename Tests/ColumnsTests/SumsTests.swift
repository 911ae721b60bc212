import Columns
import TestKit
import Testing

@Suite struct SumsTests {
  @Test(arguments: 0..<120)
  func `a scan gives what adding row by row gives`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let table = generator.table(rowLimit: seed < 100 ? 300 : 40_000)
    let scan = generator.scan(of: table)
    #expect(table.sums(scan).groups == naiveSums(scan, on: table))
  }

  @Test func `groups too many for one number keep apart`() {
    let codes = (0..<5000).map { ($0 * 7919) % 70_000 }
    let column = KeyColumn(codes: codes, cardinality: 70_000)
    let table = FactTable(
      keys: Array(repeating: column, count: 5),
      values: codes.map(Double.init)
    )
    let scan = FactTable.Scan(filters: [], groups: [0, 1, 2, 3, 4])
    #expect(table.sums(scan).groups == naiveSums(scan, on: table))
  }

  @Test func `two filters on one column let through what both do`() {
    let table = FactTable(
      keys: [KeyColumn(codes: [0, 1, 2, 3], cardinality: 4)],
      values: [1, 10, 100, 1000]
    )
    let filters = [[0, 1, 2], [1, 2, 3]].map { FactTable.Scan.Filter(column: 0, codes: Set($0)) }
    let scan = FactTable.Scan(filters: filters, groups: [0])
    #expect(table.sums(scan).groups.map(\.sum) == [10, 100])
  }

  @Test func `an empty selection has no groups, and a total needs none`() {
    let table = FactTable(
      keys: [KeyColumn(codes: [0, 0], cardinality: 1)],
      values: [1, 2]
    )
    let nothing = FactTable.Scan.Filter(column: 0, codes: [])
    #expect(table.sums(FactTable.Scan(filters: [nothing], groups: [])).groups.isEmpty)
    #expect(table.sums(FactTable.Scan(filters: [], groups: [])).groups.map(\.sum) == [3])
  }

  @Test func `a cancelled scan has no sums and asks once a chunk`() {
    let rowCount = 100_000
    let table = FactTable(
      keys: [KeyColumn(codes: Array(repeating: 0, count: rowCount), cardinality: 1)],
      values: Array(repeating: 1, count: rowCount)
    )
    let scan = FactTable.Scan(filters: [], groups: [0])
    var questions = 0
    let sums = table.sums(scan) {
      questions += 1
      return questions == 3
    }
    #expect(sums == nil)
    #expect(questions == 3)
  }
}
