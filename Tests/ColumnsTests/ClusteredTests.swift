import Columns
import TestKit
import Testing

@Suite struct ClusteredTests {
  @Test(arguments: 0..<120)
  func `a clustered table gives what adding row by row gives`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = generator.centsTable(rowLimit: seed < 105 ? 400 : 3_000)
    let clustered = try generator.clustered(table)
    for _ in 0..<6 {
      let scan = generator.plannedScan(of: table)
      let expected = naiveCents(scan, on: table).map(SumOnly.init)
      #expect(clustered.sums(scan).groups.map(SumOnly.init) == expected)
    }
  }

  @Test(arguments: 0..<60)
  func `asked for rows, a clustered table counts them and names the first`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = generator.centsTable(rowLimit: 600)
    let clustered = try generator.clustered(table)
    var scan = generator.scan(of: clustered)
    scan.detail = .rows
    #expect(clustered.sums(scan).groups == naiveCents(scan, on: clustered))
  }

  @Test(arguments: 0..<40)
  func `clustering only moves rows`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = generator.centsTable(rowLimit: 300)
    let clustered = try generator.clustered(table)
    #expect(rows(of: clustered) == rows(of: table))
  }

  @Test(arguments: [1, 2, 3, 8])
  func `any number of threads gives the same sums`(threads: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let table = generator.centsTable(rowLimit: 60_000, atLeast: 50_000)
    let clustered = try generator.clustered(table)
    let scan = FactTable.Scan(filters: [], groups: [1, 4], detail: .sums)
    let one = try clustered.run(scan, threads: Threads(1)).sums.groups
    #expect(try clustered.run(scan, threads: Threads(threads)).sums.groups == one)
  }

  @Test func `a value that is not a whole number of the unit is refused`() {
    let column = KeyColumn(codes: [0, 0], cardinality: 1)
    let table = FactTable(keys: [column, column, column], values: [1.25, 1.0 / 3])
    #expect(throws: StoreError.inexactValue(row: 1, decimals: 2)) {
      try table.clustered(by: ClusterOrder(outer: [0], line: 1, inner: 2), decimals: 2)
    }
  }

  @Test func `values whose sum passes 64 bits are refused`() {
    let column = KeyColumn(codes: [0, 0, 0], cardinality: 1)
    let table = FactTable(keys: [column, column, column], values: [4e18, 4e18, 4e18])
    #expect(throws: StoreError.sumTooLarge) {
      try table.clustered(by: ClusterOrder(outer: [0], line: 1, inner: 2), decimals: 0)
    }
  }

  @Test func `a cancelled scan of a clustered table has no sums`() throws {
    var generator = SeededGenerator(seed: 3)
    let clustered = try generator.clustered(generator.centsTable(rowLimit: 5000, atLeast: 1000))
    let scan = FactTable.Scan(filters: [], groups: [0], detail: .sums)
    #expect(clustered.sums(scan) { true } == nil)
    #expect(throws: StoreError.cancelled) { try clustered.run(scan) { true } }
  }

  private func rows(of table: FactTable) -> [[Double]] {
    let rows = (0..<table.rowCount).map { row in
      table.keys.map { Double($0[row]) } + [table.values[row]]
    }
    return rows.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// A group without its rows, which a clustered table does not count unless asked.
struct SumOnly: Equatable {
  let codes: [Int]
  let sum: Double

  init(_ group: FactTable.Sums.Group) {
    codes = group.codes
    sum = group.sum
  }
}
