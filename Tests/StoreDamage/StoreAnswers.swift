import Columns

/// What a store says when it is asked everything that can be asked of a table.
package struct StoreAnswers: Equatable, Sendable {
  /// One list of sums for each scan; nil where the store was refused.
  private var sums: [[FactTable.Sums.Group]?]
  /// Codes and values of all rows, part by part; nil where the store was refused.
  private var rows: [[[Int64]]?]

  /// Opens a store and asks; an error where it cannot even be opened.
  package init(ofStoreAt path: String) throws(StoreError) {
    let store = try Store(path)
    sums = StoreAnswers.scans.map { scan in
      var scan = scan
      // Whoever names rows names those that there are.
      scan.rows = scan.rows?.filter(store.table.values.indices.contains)
      return try? store.table.run(scan).sums.groups
    }
    rows = store.table.partLabels.map { label in
      var all: [[Int64]] = []
      let isWhole: Void? = try? store.table.eachRun(ofPart: label, atMost: 100) { codes, values in
        for (row, value) in values.enumerated() {
          all.append(codes.map { Int64($0[row]) } + [value])
        }
        return true
      }
      return isWhole.map { all }
    }
    StoreAnswers.touchEverything(store)
  }

  /// Whether everything that was not refused is what one of some sound stores says.
  package func agree(with sound: [StoreAnswers]) -> Bool {
    sound.contains { sound in
      zip(sums, sound.sums).allSatisfy { $0 == nil || $0 == $1 }
        && (rows.allSatisfy { $0 == nil } || rows.count == sound.rows.count)
        && zip(rows, sound.rows).allSatisfy { $0 == nil || $0 == $1 }
    }
  }

  /// Through every loop: lines together and apart, months in place, looked up and not at all,
  /// blocks whole and by slice, classes, and row by row.
  private static let scans: [FactTable.Scan] = {
    func scan(
      _ groups: [Int],
      _ filters: [(column: Int, codes: Set<Int>)] = [],
      _ detail: FactTable.Scan.Detail = .sums
    ) -> FactTable.Scan {
      let filters = filters.map { FactTable.Scan.Filter(column: $0.column, codes: $0.codes) }
      return FactTable.Scan(filters: filters, groups: groups, detail: detail)
    }
    var scans = [
      scan([]), scan([0, 5]), scan([1, 2, 5]), scan([3, 5]), scan([0, 3]), scan([2, 3]),
      scan([5], [(0, [1]), (2, [4])]), scan([2], [(3, [1, 2])]), scan([5], [(3, [0, 3, 5])]),
      scan([2], [(5, [3, 4, 5, 21])]), scan([2, 5], [(5, [2, 22])]), scan([4, 5]),
      scan([0], [], .rows), scan([1, 4], [(5, [20, 21, 22])], .rows), scan([6, 7], [], .automatic),
    ]
    scans += scans.map { scan in
      var scan = scan
      scan.usesRollups = false
      return scan
    }
    var classed = scan([3, 5])
    classed.classes = [3: [0, 1, 1, -1, 2, 2], 5: (0..<24).map { $0 / 12 }]
    var listed = scan([2, 3], [], .rows)
    listed.rows = [0, 1]
    return scans + [classed, listed]
  }()

  /// What answers no question of a sound store but has to stop at the ends of a damaged one.
  private static func touchEverything(_ store: Store) {
    let table = store.table
    try? store.verify()
    for column in table.keys.indices {
      let codes: Set<Int> = [0, 1, table.keys[column].cardinality - 1]
      _ = table.hasRows([FactTable.Scan.Filter(column: column, codes: codes)])
    }
    for row in [0, table.rowCount / 2, table.rowCount - 1] where table.values.indices.contains(row)
    {
      _ = table.keys.map { $0[row] }
      _ = table.values[row]
    }
  }
}
