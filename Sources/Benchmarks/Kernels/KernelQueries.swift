import Columns

/// The queries of the benchmark as bare scans with hand-written arithmetic behind them: how much the
/// columns take, without the language.
final class KernelQueries {
  static let names = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q7m", "Q8", "Q9", "Q9r"]

  /// What a query gave: its rows, and for each column its length or the sum of its numbers.
  struct Result {
    var rowCount: Int
    var digest: [Double]
  }

  private let store: Store
  private let usesRollups: Bool
  private let threads: Threads
  private(set) var lastReport = ScanReport()

  private let flow = 0
  private let reporter = 1
  private let partner = 2
  private let product = 3
  private let period = 5

  init(_ store: Store, usesRollups: Bool, threads: Threads) {
    self.store = store
    self.usesRollups = usesRollups
    self.threads = threads
  }

  func answer(_ name: String) throws(StoreError) -> Result? {
    switch name {
    case "Q1": try exportsYearOnYear()
    case "Q2": try surplusYearToDate()
    case "Q3": try topPartners()
    case "Q4": try exportsByPartnerAndMonth()
    case "Q5": try chipsToSoutheastAsia()
    case "Q6": try contributionsByChapter()
    case "Q7": try comparativeAdvantage()
    case "Q7m": try comparativeAdvantages()
    case "Q8": try oneSeries()
    case "Q9": try concentration()
    case "Q9r": try concentrationByReporter()
    default: nil
    }
  }

  // MARK: Scans

  private func cells(
    _ filters: [FactTable.Scan.Filter],
    by groups: [Int]
  ) throws(StoreError) -> FactTable.DenseCells {
    var scan = FactTable.Scan(filters: filters, groups: groups, detail: .sums)
    scan.usesRollups = usesRollups
    let (sums, report) = try store.table.run(scan, threads: threads)
    lastReport = report
    guard let cells = sums.dense else { preconditionFailure("these scans have plain arrays") }
    return cells
  }

  private func one(_ column: Int, _ text: String) -> FactTable.Scan.Filter {
    let code = store.dictionaries[column].firstIndex(of: text) ?? -1
    return FactTable.Scan.Filter(column: column, codes: [code])
  }

  private func range(_ column: Int, _ wanted: (String) -> Bool) -> FactTable.Scan.Filter {
    let codes = store.dictionaries[column].indices.filter { wanted(store.dictionaries[column][$0]) }
    return FactTable.Scan.Filter(column: column, range: (codes.first ?? 0)..<(codes.last ?? -1) + 1)
  }

  private func value(_ cells: FactTable.DenseCells, _ cell: Int) -> Double {
    Double(cells.withCells { $0[cell] }) / cells.divisor
  }

  private func year(_ code: Int) -> Substring { store.dictionaries[period][code].prefix(4) }

  private func month(_ code: Int) -> Double { Double(store.dictionaries[period][code]) ?? 0 }

  // MARK: Queries

  private func exportsYearOnYear() throws(StoreError) -> Result {
    let cells = try cells([one(flow, "X"), one(partner, "USA")], by: [period])
    let values = cells.axes[0].codes.indices.map { value(cells, $0) }
    let growth = values.indices.dropFirst(12).map { values[$0] / values[$0 - 12] - 1 }
    let months = cells.axes[0].codes.map(month)
    return Result(
      rowCount: values.count,
      digest: [months.reduce(0, +), values.reduce(0, +), growth.reduce(0, +)]
    )
  }

  private func surplusYearToDate() throws(StoreError) -> Result {
    let cells = try cells([], by: [flow, period])
    let flows = cells.axes[0].codes.map { store.dictionaries[flow][$0] == "X" ? 1.0 : -1 }
    var total = 0.0
    var sums: [Double] = []
    var lastYear: Substring = ""
    for (position, code) in cells.axes[1].codes.enumerated() {
      if year(code) != lastYear { total = 0 }
      lastYear = year(code)
      for (row, sign) in flows.enumerated() {
        total += sign * value(cells, row * cells.axes[0].stride + position)
      }
      sums.append(total)
    }
    let months = cells.axes[1].codes.map(month)
    return Result(rowCount: sums.count, digest: [months.reduce(0, +), sums.reduce(0, +)])
  }

  private func topPartners() throws(StoreError) -> Result {
    let cells = try cells(
      [one(flow, "X"), range(period) { $0.hasPrefix("2025") }],
      by: [partner]
    )
    let values = cells.axes[0].codes.indices.map { value(cells, $0 * cells.axes[0].stride) }
    let top = values.sorted(by: >).prefix(10)
    return Result(rowCount: top.count, digest: [Double(top.count), top.reduce(0, +)])
  }

  private func exportsByPartnerAndMonth() throws(StoreError) -> Result {
    let cells = try cells([one(flow, "X")], by: [partner, period])
    var rowCount = 0
    var months = 0.0
    var sum = 0.0
    let monthNumbers = cells.axes[1].codes.map(month)
    cells.withCells { values in
      for place in cells.axes[0].codes.indices {
        for (position, month) in monthNumbers.enumerated() {
          let value = values[place * cells.axes[0].stride + position]
          guard value != 0 else { continue }
          rowCount += 1
          months += month
          sum += Double(value) / cells.divisor
        }
      }
    }
    return Result(rowCount: rowCount, digest: [Double(rowCount), months, sum])
  }

  private func chipsToSoutheastAsia() throws(StoreError) -> Result {
    let members = ["BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "VNM"]
    let codes = Set(members.compactMap { store.dictionaries[partner].firstIndex(of: $0) })
    let cells = try cells(
      [
        one(flow, "X"), range(product) { $0.hasPrefix("8542") },
        FactTable.Scan.Filter(column: partner, codes: codes),
      ],
      by: [period]
    )
    var sums: [Substring: Double] = [:]
    for (position, code) in cells.axes[0].codes.enumerated() where cells.hasRows(position) {
      sums[year(code), default: 0] += value(cells, position)
    }
    let years = sums.keys.reduce(0) { $0 + (Double($1) ?? 0) }
    return Result(rowCount: sums.count, digest: [years, sums.values.reduce(0, +)])
  }

  private func contributionsByChapter() throws(StoreError) -> Result {
    let cells = try cells(
      [one(flow, "X"), range(period) { $0 >= "202401" && $0 <= "202512" }],
      by: [product, period]
    )
    var chapters: [Substring: (now: Double, before: Double)] = [:]
    let isNow = cells.axes[1].codes.map { year($0) == "2025" }
    cells.withCells { values in
      for (row, code) in cells.axes[0].codes.enumerated() {
        var (now, before) = (Int64(0), Int64(0))
        for (position, isNow) in isNow.enumerated() {
          let value = values[row * cells.axes[0].stride + position]
          if isNow { now += value } else { before += value }
        }
        let chapter = store.dictionaries[product][code].prefix(2)
        chapters[chapter, default: (0, 0)].now += Double(now) / cells.divisor
        chapters[chapter, default: (0, 0)].before += Double(before) / cells.divisor
      }
    }
    let total = chapters.values.reduce(0) { $0 + $1.before }
    let contributions = chapters.values.map { ($0.now - $0.before) / total }
    return Result(
      rowCount: chapters.count,
      digest: [
        Double(chapters.count), chapters.values.reduce(0) { $0 + $1.now },
        contributions.reduce(0, +),
      ]
    )
  }

  private func comparativeAdvantage() throws(StoreError) -> Result {
    let world = try cells([one(flow, "X")], by: [product])
    let own = try cells([one(flow, "X"), one(reporter, "DEU")], by: [product])
    let stride = world.axes[0].stride
    let worldValues = world.axes[0].codes.indices.map { value(world, $0 * stride) }
    let ownValues = own.axes[0].codes.indices.map { value(own, $0 * own.axes[0].stride) }
    let (worldSum, ownSum) = (worldValues.reduce(0, +), ownValues.reduce(0, +))
    let indexes = zip(ownValues, worldValues).filter { $0.1 != 0 }.map { own, world in
      (own / ownSum) / (world / worldSum)
    }
    return Result(rowCount: indexes.count, digest: [Double(indexes.count), indexes.reduce(0, +)])
  }

  private func comparativeAdvantages() throws(StoreError) -> Result {
    let cells = try cells([one(flow, "X")], by: [reporter, product])
    let stride = cells.axes[0].stride
    let (rows, columns) = (cells.axes[0].codes.count, cells.axes[1].codes.count)
    let result = cells.withCells { values -> [Double] in
      var rowSums = [Int64](repeating: 0, count: rows)
      var columnSums = [Int64](repeating: 0, count: columns)
      for row in 0..<rows {
        for column in 0..<columns {
          let value = values[row * stride + column]
          rowSums[row] += value
          columnSums[column] += value
        }
      }
      let total = Double(rowSums.reduce(0, +))
      let shares = columnSums.map { total / Double($0) }
      var (count, above, sum) = (0.0, 0.0, 0.0)
      for row in 0..<rows where rowSums[row] != 0 {
        let rowSum = 1 / Double(rowSums[row])
        for column in 0..<columns {
          let value = values[row * stride + column]
          guard value != 0 else { continue }
          let index = Double(value) * rowSum * shares[column]
          count += 1
          if index > 1 { above += 1 }
          sum += index
        }
      }
      return [count, above, sum]
    }
    return Result(rowCount: 1, digest: result)
  }

  private func oneSeries() throws(StoreError) -> Result {
    let cells = try cells(
      [one(flow, "X"), one(reporter, "DEU"), one(partner, "USA"), one(product, "870310")],
      by: [period]
    )
    let found = cells.axes[0].codes.indices.filter { cells.hasRows($0) }
    let months = found.reduce(0) { $0 + month(cells.axes[0].codes[$1]) }
    return Result(
      rowCount: found.count,
      digest: [months, found.reduce(0) { $0 + value(cells, $1) }]
    )
  }

  private func concentration() throws(StoreError) -> Result {
    let cells = try cells([one(flow, "X")], by: [period, partner])
    let indexes = concentrations(cells, rows: 0, of: 1, first: 0)
    let months = cells.axes[0].codes.map(month)
    return Result(
      rowCount: indexes.count,
      digest: [months.reduce(0, +), indexes.reduce(0) { $0 + $1.1 }]
    )
  }

  private func concentrationByReporter() throws(StoreError) -> Result {
    let cells = try cells([one(flow, "X")], by: [reporter, period, partner])
    var (rowCount, months, sum) = (0, 0.0, 0.0)
    let monthNumbers = cells.axes[1].codes.map(month)
    for place in cells.axes[0].codes.indices {
      for (row, index) in concentrations(cells, rows: 1, of: 2, first: place * cells.axes[0].stride)
      {
        rowCount += 1
        months += monthNumbers[row]
        sum += index
      }
    }
    return Result(rowCount: rowCount, digest: [Double(rowCount), months, sum])
  }

  /// For each row with a sum the Herfindahl–Hirschman index over an axis.
  private func concentrations(
    _ cells: FactTable.DenseCells,
    rows: Int,
    of members: Int,
    first: Int
  ) -> [(Int, Double)] {
    let (rowAxis, memberAxis) = (cells.axes[rows], cells.axes[members])
    let rowCount = rowAxis.codes.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * rowCount) { numbers in
      numbers.initialize(repeating: 0)
      cells.withCells { values in
        for member in memberAxis.codes.indices {
          let start = first + member * memberAxis.stride
          for row in 0..<rowCount {
            let value = Double(values[start + row * rowAxis.stride])
            numbers[row] += value
            numbers[rowCount + row] += value * value
          }
        }
      }
      return (0..<rowCount).filter { numbers[$0] != 0 }.map { row in
        (row, numbers[rowCount + row] / (numbers[row] * numbers[row]))
      }
    }
  }
}
