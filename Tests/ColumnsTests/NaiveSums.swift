import Columns
import TestKit

/// The sums of a scan, worked out row by row with dictionaries and sets.
func naiveSums(_ scan: FactTable.Scan, on table: FactTable) -> [FactTable.Sums.Group] {
  var groups: [[Int]: FactTable.Sums.Group] = [:]
  let filters = scan.filters.map { (column: $0.column, codes: $0.codes) }
  for row in scan.rows ?? Array(0..<table.rowCount) {
    let passes = filters.allSatisfy { $0.codes.contains(table.keys[$0.column][row]) }
    guard passes else { continue }
    let codes = scan.groups.map { column in
      let code = table.keys[column][row]
      return scan.classes[column].map { $0[code] } ?? code
    }
    // Those of negative classes are left out; codes are never negative.
    guard codes.allSatisfy({ $0 >= 0 }) else { continue }
    let empty = FactTable.Sums.Group(codes: codes, sum: 0, count: 0, firstRow: row)
    groups[codes, default: empty].sum += table.values[row]
    groups[codes, default: empty].count += 1
  }
  return groups.values.sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
}

/// The same with every value as a whole number of hundredths, so that sums are exact.
func naiveCents(_ scan: FactTable.Scan, on table: FactTable) -> [FactTable.Sums.Group] {
  let cents = (0..<table.rowCount).map { (table.values[$0] * 100).rounded() }
  let whole = FactTable(keys: table.keys, values: cents)
  return naiveSums(scan, on: whole).map { group in
    var group = group
    group.sum /= 100
    return group
  }
}

extension SeededGenerator {
  /// A table of up to `rowLimit` rows whose columns are as wide as chance has it.
  mutating func table(rowLimit: Int) -> FactTable {
    let rowCount = Int.random(in: 0...rowLimit, using: &self)
    let cardinalities = [1, 2, 7, 40, 300, 70_000]
    let keys = (0..<Int.random(in: 1...6, using: &self)).map { _ in
      let cardinality = cardinalities.randomElement(using: &self) ?? 1
      let codes = (0..<rowCount).map { _ in Int.random(in: 0..<cardinality, using: &self) }
      return KeyColumn(codes: codes, cardinality: cardinality)
    }
    let values = (0..<rowCount).map { _ in Double.random(in: -1e9...1e9, using: &self) }
    return FactTable(keys: keys, values: values)
  }

  /// A scan with filters, groups and rows as chance has it.
  mutating func scan(of table: FactTable) -> FactTable.Scan {
    let columns = table.keys.indices
    let filters = columns.filter { _ in Int.random(in: 0..<3, using: &self) == 0 }.map { column in
      let cardinality = table.keys[column].cardinality
      let share = Int.random(in: 0...4, using: &self)
      let codes = (0..<cardinality).filter { _ in Int.random(in: 0..<4, using: &self) < share }
      return FactTable.Scan.Filter(column: column, codes: Set(codes))
    }
    let groups = columns.filter { _ in Bool.random(using: &self) }.shuffled(using: &self)
    let rows = (0..<table.rowCount).filter { _ in Int.random(in: 0..<3, using: &self) > 0 }
    return FactTable.Scan(
      filters: filters,
      groups: groups,
      rows: Bool.random(using: &self) ? rows : nil
    )
  }
}
