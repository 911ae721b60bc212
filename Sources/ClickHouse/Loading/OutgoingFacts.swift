import Catalogue
import Columns
import Engine
import Guidance
import Periods

/// The facts of a data set on their way into a table: partition by partition, as bytes of the
/// format RowBinary.
struct OutgoingFacts {
  let data: DataSet
  let columns: [OutgoingColumn]
  let period: OutgoingColumn
  /// Decimal places of the values; nil where they are floating point.
  let scale: Int?
  /// Facts in other units than money, which stay behind.
  let leftOut: Int
  private let rowsByYear: [String: [Int]]

  /// How many rows are sent at once.
  static let runLength = 500_000

  init(_ data: DataSet) throws(Diagnostic) {
    try OutgoingFacts.check(data)
    self.data = data
    let flows = ["exports": "X", "imports": "M"]
    columns = [
      OutgoingColumn("flow", .series, data.series.map { flows[$0] ?? $0 }),
      OutgoingColumn("reporter", .reporter, (data.reporterPlaces ?? data.places).map(\.code)),
      OutgoingColumn("partner", .partner, data.places.map(\.code)),
      OutgoingColumn("product", .product, data.products.map(\.code)),
    ]
    period = OutgoingColumn(periods: data.periods)
    guard data.facts.isClustered else {
      let rows = try OutgoingFacts.moneyRows(of: data)
      leftOut = data.facts.rowCount - rows.count
      let values = rows.map { data.facts.values[$0] }
      scale = (0...6).first { places in values.allSatisfy { OutgoingFacts.isExact($0, places) } }
      let periods = data.facts.keys[FactColumn.period.rawValue]
      rowsByYear = Dictionary(grouping: rows) { "\(data.periods[periods[$0]].start.year)" }
      return
    }
    scale = data.facts.decimals
    leftOut = 0
    rowsByYear = [:]
  }

  /// Refuses what a table of trade facts cannot hold.
  private static func check(_ data: DataSet) throws(Diagnostic) {
    func refusal(_ reason: String) -> Diagnostic {
      Diagnostic("cannot-load", "these facts do not fit into a table of trade facts: \(reason)")
    }
    guard data.remoteCount == nil else { throw refusal("they lie on a server already") }
    guard data.publications.count <= 1 else {
      throw refusal("they have several vintages, and a table has one")
    }
    let flows: Set<String> = ["exports", "imports", "reexports", "reimports", "balance", "trade"]
    if let other = data.series.first(where: { !flows.contains($0) }) {
      throw refusal("'\(other)' is no flow of trade")
    }
    guard data.facts.rowCount > 0 else { throw refusal("there are none") }
    if data.facts.isClustered, data.units.count > 1 {
      throw refusal("they are measured in several units")
    }
  }

  private static func moneyRows(of data: DataSet) throws(Diagnostic) -> [Int] {
    let units = data.facts.keys[FactColumn.unit.rawValue]
    let money = Set(
      data.units.indices.filter { if case .money = data.units[$0] { true } else { false } }
    )
    let rows = (0..<data.facts.rowCount).filter { money.contains(units[$0]) }
    guard Set(rows.map { units[$0] }).count == 1 else {
      throw Diagnostic(
        "cannot-load",
        "these facts do not fit into one table: there has to be one currency"
      )
    }
    return rows
  }

  private static func isExact(_ value: Double, _ places: Int) -> Bool {
    let power = powers[places]
    let whole = (value * power).rounded()
    return abs(whole) < 9e15 && whole / power == value
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6]

  /// The years that there are facts of.
  var partitions: [String] {
    data.facts.isClustered ? data.facts.partLabels.sorted() : rowsByYear.keys.sorted()
  }

  /// How many facts a partition has, and their sum.
  func total(of partition: String) throws(Diagnostic) -> PartitionTotal {
    var total = PartitionTotal()
    try eachRun(of: partition) { _, values in
      total.count += values.count
      for value in values { total.add(value, scale: scale) }
      return true
    }
    return total
  }

  /// Gives the bytes of a partition, run by run, until the body says to stop.
  func eachBatch(
    of partition: String,
    _ body: ([UInt8]) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) {
    var problem: Diagnostic?
    try eachRun(of: partition) { codes, values in
      do throws(Diagnostic) {
        return try body(bytes(codes, values))
      } catch {
        problem = error
        return false
      }
    }
    if let problem { throw problem }
  }

  private func eachRun(
    of partition: String,
    _ body: (_ codes: [[Int32]], _ values: [Int64]) -> Bool
  ) throws(Diagnostic) {
    guard data.facts.isClustered else {
      let rows = rowsByYear[partition] ?? []
      for start in stride(from: 0, to: rows.count, by: OutgoingFacts.runLength) {
        let run = rows[start..<min(start + OutgoingFacts.runLength, rows.count)]
        let codes = data.facts.keys.map { column in
          run.map { Int32(truncatingIfNeeded: column[$0]) }
        }
        let values = run.map { row -> Int64 in
          let value = data.facts.values[row]
          guard let scale else { return Int64(bitPattern: value.bitPattern) }
          return Int64((value * OutgoingFacts.powers[scale]).rounded())
        }
        if !body(codes, values) { return }
      }
      return
    }
    do throws(StoreError) {
      try data.facts.eachRun(ofPart: partition, atMost: OutgoingFacts.runLength, body)
    } catch { throw Diagnostic(error) }
  }

  private func bytes(_ codes: [[Int32]], _ values: [Int64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 32)
    let all = columns + [period]
    for (row, value) in values.enumerated() {
      for column in all { bytes += column.bytes[Int(codes[column.source.rawValue][row])] }
      withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
    return bytes
  }
}

/// How many facts a partition has and what they add up to.
struct PartitionTotal: Equatable {
  var count = 0
  var sum: Int128 = 0
  var inexact = 0.0

  mutating func add(_ value: Int64, scale: Int?) {
    if scale == nil {
      inexact += Double(bitPattern: UInt64(bitPattern: value))
    } else {
      sum += Int128(value)
    }
  }

  /// Whether the totals agree; sums in floating point depend on the order of their terms.
  func agrees(with other: PartitionTotal) -> Bool {
    count == other.count && sum == other.sum
      && abs(inexact - other.inexact) <= 1e-9 * max(abs(inexact), 1)
  }
}

/// A column of a table that is loaded: its name, its type, and the bytes of each code.
struct OutgoingColumn {
  var name: String
  var type: String
  var source: FactColumn
  var bytes: [[UInt8]]

  /// Texts of one length need no lengths beside them.
  init(_ name: String, _ source: FactColumn, _ texts: [String]) {
    self.name = name
    self.source = source
    let lengths = Set(texts.map(\.utf8.count))
    if let length = lengths.first, lengths.count == 1, (1...16).contains(length) {
      type = "FixedString(\(length))"
      bytes = texts.map { Array($0.utf8) }
    } else {
      type = "String"
      bytes = texts.map { text in
        var length = text.utf8.count
        var bytes: [UInt8] = []
        while length > 127 {
          bytes.append(UInt8(length & 127 | 128))
          length >>= 7
        }
        return bytes + [UInt8(length)] + Array(text.utf8)
      }
    }
  }

  /// Months as 202401 and years as 2024, as far as there are no others.
  init(periods: [Period]) {
    let numbers = periods.map { period -> UInt32? in
      let year = UInt32(truncatingIfNeeded: period.start.year)
      switch period.length {
      case 1: return year * 100 + UInt32(period.start.number)
      case 12 where period.start.number == 1: return year
      default: return nil
      }
    }
    guard numbers.allSatisfy({ $0 != nil }) else {
      self.init("period", .period, periods.map(\.description))
      return
    }
    self.init("period", .period, [])
    type = "UInt32"
    bytes = numbers.map { number in withUnsafeBytes(of: (number ?? 0).littleEndian) { Array($0) } }
  }
}
