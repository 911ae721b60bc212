import Catalogue
import Columns
import Guidance
import Periods

// One scan of a store for all sums that a plan needs.
extension EmbeddedFacts {
  /// Sums beyond this many are refused: no table of them could be read.
  private static let mostCells = 1 << 25

  package func productsMakeWhole(_ level: ProductLevel) -> Bool {
    dataSet.isPlain && products.makeWhole(level)
  }

  package func grid(_ request: GridRequest) throws(Diagnostic) -> FactGrid? {
    guard dataSet.isPlain, dataSet.facts.isClustered, let scan = scan(request) else { return nil }
    let layout = GridLayout(request, self)
    guard cellCount(scan, periods: layout.periodCount) <= Self.mostCells else { throw tooMany }
    let clock = ContinuousClock()
    let start = clock.now
    do throws(StoreError) {
      let (sums, report) = try table(request.facts).watched(scan)
      var grid = layout.grid(of: sums)
      grid.report = report
      grid.duration = clock.now - start
      return grid
    } catch {
      throw Diagnostic(error)
    }
  }

  private func scan(_ request: GridRequest) -> FactTable.Scan? {
    guard var filters = filters(request.facts), let length = dataSet.periods.first?.length else {
      return nil
    }
    let axes = request.facts.axes
    let period = FactColumn.period.rawValue
    if let partners = request.partners, axes.contains(.partner) {
      let codes = Set(partners.compactMap(placeCode))
      filters.append(FactTable.Scan.Filter(column: FactColumn.partner.rawValue, codes: codes))
    }
    if let months = request.months {
      let codes = dataSet.periods.indices.filter { position in
        let period = dataSet.periods[position].months
        return months.contains(period.lowerBound) && months.contains(period.upperBound)
      }
      filters.append(FactTable.Scan.Filter(column: period, codes: Set(codes)))
    }
    var scan = FactTable.Scan(
      filters: filters,
      groups: axes.map(\.column.rawValue) + (request.isTogether ? [] : [period]),
      detail: .sums
    )
    scan.classes = classes(request.facts)
    if let step = request.step, step > length, !request.isTogether {
      scan.classes[period] = slots(of: step, in: request.months)
    }
    scan.usesRollups = usesRollups
    return scan
  }

  /// For each period the number of its slot of so many months; −1 where the data does not cover it.
  private func slots(of step: Int, in months: ClosedRange<Int>?) -> [Int] {
    let span = dataSet.span ?? 0...0
    let covered = months.map { $0.clamped(to: span) } ?? span
    return dataSet.periods.map { period in
      let slot = period.start.index / step
      let isCovered = covered.contains(slot * step) && covered.contains(slot * step + step - 1)
      return isCovered ? slot : -1
    }
  }

  /// How many sums a scan makes at most.
  private func cellCount(_ scan: FactTable.Scan, periods: Int) -> Int {
    scan.groups.reduce(1) { count, column in
      if column == FactColumn.period.rawValue { return count * max(periods, 1) }
      let all = dataSet.facts.keys[column].cardinality
      let classes =
        scan.classes[column].map { classes in
          // Those of products are numbered from zero, those of periods are few.
          column == FactColumn.product.rawValue ? (classes.max() ?? 0) + 1 : Set(classes).count
        } ?? all
      let passing = scan.filters.filter { $0.column == column }.map(\.count).min() ?? all
      return count * max(min(classes, passing), 1)
    }
  }

  private var tooMany: Diagnostic {
    Diagnostic(
      "too-many-figures",
      "this would be a table of more than \(Self.mostCells / 1_000_000) million figures",
      notes: ["a year, `by year` or fewer members make it smaller"]
    )
  }
}
