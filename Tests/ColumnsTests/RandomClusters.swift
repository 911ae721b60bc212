import Columns
import TestKit

extension SeededGenerator {
  /// A table of cents: series, reporter, partner, product, period and sometimes two columns more,
  /// with gaps, repeated keys, zeros, negative and very large values.
  mutating func centsTable(rowLimit: Int, atLeast least: Int = 0) -> FactTable {
    let rowCount = Int.random(in: least...rowLimit, using: &self)
    let sizes = [[1, 2, 3], [1, 4, 9], [1, 5, 40], [1, 12, 300, 70_000], [1, 12, 60, 300]]
    var cardinalities = sizes.map { $0.randomElement(using: &self) ?? 1 }
    for _ in 0..<Int.random(in: 0...2, using: &self) {
      cardinalities.append([1, 2, 3].randomElement(using: &self) ?? 1)
    }
    let keys = cardinalities.map { cardinality in
      let used = max(cardinality / Int.random(in: 1...3, using: &self), 1)
      let codes = (0..<rowCount).map { _ in Int.random(in: 0..<used, using: &self) }
      return KeyColumn(codes: codes, cardinality: cardinality)
    }
    let isTame = Bool.random(using: &self)
    let values = (0..<rowCount).map { _ in cents(isTame: isTame) }
    return FactTable(keys: keys, values: values)
  }

  private mutating func cents(isTame: Bool) -> Double {
    let cents =
      switch isTame ? 9 : Int.random(in: 0..<12, using: &self) {
      case 0: 0
      case 1: -Int.random(in: 1...1_000, using: &self)
      case 2: Int.random(in: 1...1_000_000_000_000, using: &self)
      default: Int.random(in: 1...1_000_000, using: &self)
      }
    return Double(cents) / 100
  }

  /// The table in an order, in parts and with rollups as chance has it.
  mutating func clustered(_ table: FactTable) throws -> FactTable {
    let orders: [(outer: [Int], line: Int, inner: Int)] = [
      ([0, 1, 2], 3, 4), ([0, 1, 2], 3, 4), ([1, 2], 3, 4), ([0], 3, 4), ([0, 2, 1], 3, 4),
      ([0, 1, 4], 3, 2),
    ]
    let order = orders.randomElement(using: &self) ?? orders[0]
    let periodCount = table.keys[4].cardinality
    let perPart = max(periodCount / Int.random(in: 1...4, using: &self), 1)
    let labels = (0..<periodCount).map { "part \(1000 + $0 / perPart)" }
    return try table.clustered(
      by: ClusterOrder(outer: order.outer, line: order.line, inner: order.inner),
      decimals: 2,
      parting: Bool.random(using: &self) ? FactTable.Parting(column: 4, labels: labels) : nil,
      rollups: Bool.random(using: &self) ? .always : .never,
      threads: Threads(Int.random(in: 1...2, using: &self))
    )
  }

  /// A scan without given rows; its filters are sets, ranges, or single codes.
  mutating func plannedScan(of table: FactTable) -> FactTable.Scan {
    var scan = self.scan(of: table)
    scan.rows = nil
    scan.filters = scan.filters.map { filter in
      let cardinality = table.keys[filter.column].cardinality
      let low = Int.random(in: 0..<cardinality, using: &self)
      let high = Int.random(in: low...cardinality, using: &self)
      return switch Int.random(in: 0..<4, using: &self) {
      case 0: FactTable.Scan.Filter(column: filter.column, codes: [low])
      case 1: FactTable.Scan.Filter(column: filter.column, range: low..<high)
      case 2: FactTable.Scan.Filter(column: filter.column, range: 0..<cardinality)
      default: filter
      }
    }
    scan.groups = scan.groups.prefix(Int.random(in: 0...3, using: &self)).map { $0 }
    scan.detail = Bool.random(using: &self) ? .sums : .automatic
    for column in scan.groups where Int.random(in: 0..<3, using: &self) == 0 {
      scan.classes[column] = classes(of: table.keys[column].cardinality)
    }
    return scan
  }

  /// A class for every code: neighbours together, all together, or as chance has it; some of none.
  private mutating func classes(of cardinality: Int) -> [Int] {
    let (width, kind) = (Int.random(in: 1...12, using: &self), Int.random(in: 0..<4, using: &self))
    return (0..<cardinality).map { code in
      switch kind {
      case 0: 2_000 + code / width
      case 1: width
      case 2: code < width ? -1 : code / width
      default: Int.random(in: -1...6, using: &self)
      }
    }
  }
}
