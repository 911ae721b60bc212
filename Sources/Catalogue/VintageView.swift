import Columns
import Periods

extension DataSet {
  /// One figure of the data set, whatever its vintages: codes in the columns of the same names.
  package struct Cell: Hashable, Sendable {
    package var series: Int
    package var reporter: Int
    package var partner: Int
    package var product: Int
    package var unit: Int
    package var period: Int

    package init(series: Int, reporter: Int, partner: Int, product: Int, unit: Int, period: Int) {
      self.series = series
      self.reporter = reporter
      self.partner = partner
      self.product = product
      self.unit = unit
      self.period = period
    }
  }

  /// The rows in force, ascending: for each cell the one figure that counts under the vintage.
  ///
  /// Where nothing in the data set has a day of publication, there are no vintages to choose from:
  /// all rows are in force.
  package func rows(_ vintage: Vintage) -> [Int] {
    guard publications.count > 1 else { return Array(0..<facts.rowCount) }
    let cells = cellNumbers
    var best = Array(repeating: -1, count: (cells.max() ?? -1) + 1)
    for row in 0..<facts.rowCount where isUsable(row, under: vintage) {
      let rival = best[cells[row]]
      if rival >= 0, !precedes(row, rival, under: vintage) { continue }
      best[cells[row]] = row
    }
    return (0..<facts.rowCount).filter { best[cells[$0]] == $0 }
  }

  /// For each row the number of its cell, from 0 on without a gap.
  private var cellNumbers: [Int] {
    let columns: [FactColumn] = [.series, .reporter, .partner, .product, .unit, .period]
    var numbers = Array(repeating: 0, count: facts.rowCount)
    for column in columns.map({ facts.keys[$0.rawValue] }) {
      var combinations = Numbering<Int>()
      for (row, code) in column.allCodes.enumerated() {
        numbers[row] = combinations.code(of: numbers[row] * column.cardinality + code)
      }
    }
    return numbers
  }

  /// All vintages of one cell, oldest first; those of an unknown day lead.
  package func history(of cell: Cell) -> [Int] {
    let rows = (0..<facts.rowCount).filter { self.cell(of: $0) == cell }
    return rows.sorted { (publication(of: $0), $0) < (publication(of: $1), $1) }
  }

  package func cell(of row: Int) -> Cell {
    Cell(
      series: code(.series, row),
      reporter: code(.reporter, row),
      partner: code(.partner, row),
      product: code(.product, row),
      unit: code(.unit, row),
      period: code(.period, row)
    )
  }

  private func code(_ column: FactColumn, _ row: Int) -> Int { facts.keys[column.rawValue][row] }

  private func publication(of row: Int) -> Int { code(.publication, row) }

  private func status(of row: Int) -> Origin.Status { origins[code(.origin, row)].status }

  /// A figure of an unknown day cannot be said to have been out on any day.
  private func isUsable(_ row: Int, under vintage: Vintage) -> Bool {
    guard case .asOf(let day) = vintage else { return true }
    guard let published = publications[publication(of: row)] else { return false }
    return published <= day
  }

  /// Whether the figure in `row` counts before that in `rival`, the rows being of one cell.
  private func precedes(_ row: Int, _ rival: Int, under vintage: Vintage) -> Bool {
    let (left, right) = (status(of: row), status(of: rival))
    if left.isReal != right.isReal { return left.isReal }
    let (day, rivalDay) = (publication(of: row), publication(of: rival))
    if vintage == .firstPublished {
      if (left == .first) != (right == .first) { return left == .first }
      if day != rivalDay { return day != 0 && (rivalDay == 0 || day < rivalDay) }
    }
    if day != rivalDay { return day > rivalDay }
    return isFirmer(row, rival)
  }

  /// Whether, of two figures of one day, the one in `row` is published or more precise.
  private func isFirmer(_ row: Int, _ rival: Int) -> Bool {
    let (left, right) = (status(of: row), status(of: rival))
    if (left == .derived) != (right == .derived) { return right == .derived }
    let digits = significantDigits(facts.values[row])
    let rivalDigits = significantDigits(facts.values[rival])
    if digits != rivalDigits { return digits > rivalDigits }
    return left.order < right.order
  }
}

extension Origin.Status {
  /// A source's own conversion and a forecast yield to every figure that was counted.
  fileprivate var isReal: Bool { self != .convertedBySource && self != .forecast }

  fileprivate var order: Int { Origin.Status.allCases.firstIndex(of: self) ?? 0 }
}
