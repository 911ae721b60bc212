import Catalogue
import Columns
import Guidance
import Periods
import Synchronization

/// The facts of a data set in memory.
package final class EmbeddedFacts: FactSource {
  package let dataSet: DataSet
  private let seriesCodes: [String: Int]
  private let placeCodes: [String: Int]
  private let reporterCodes: [String: Int]
  private let productCodes: [String: Int]
  private let unitCodes: [Unit: Int]

  /// The rows in force by vintage: choosing them takes a pass over all rows.
  private let rowsByVintage = Mutex<[Vintage: [Int]]>([:])

  private let knownFingerprint = Mutex<String?>(nil)

  package var fingerprint: String {
    knownFingerprint.withLock { known in
      let fingerprint = known ?? dataSet.fingerprint
      known = fingerprint
      return fingerprint
    }
  }

  private let broken = Mutex<Diagnostic?>(nil)

  package var failure: Diagnostic? { broken.withLock { $0 } }

  package init(_ dataSet: DataSet) {
    self.dataSet = dataSet
    seriesCodes = positions(of: dataSet.series)
    placeCodes = positions(of: dataSet.places.map(\.code))
    reporterCodes = positions(of: (dataSet.reporterPlaces ?? dataSet.places).map(\.code))
    productCodes = positions(of: dataSet.products.map(\.code))
    unitCodes = positions(of: dataSet.units)
  }

  package func timelines(_ request: FactRequest) -> [String: Timeline] {
    guard let series = seriesCodes[request.series], let unit = unitCodes[request.unit] else {
      return [:]
    }
    var filters = [
      filter(.series, [series]), filter(.unit, [unit]),
    ]
    if let reporter = request.reporter {
      guard let code = reporterCodes[reporter] else { return [:] }
      filters.append(filter(.reporter, [code]))
    }
    guard let product = productFilter(request.product),
      let partner = partnerFilter(request, filters)
    else { return [:] }
    filters += [product, partner]
    var groups: [FactColumn] = []
    if request.partner == .each { groups.append(.partner) }
    if request.product == .each { groups.append(.product) }
    let scan = FactTable.Scan(
      filters: filters.filter { !$0.codes.isEmpty },
      groups: (groups + [.period]).map(\.rawValue),
      rows: rows(request.vintage)
    )
    do throws(StoreError) {
      let sums = try dataSet.facts.watchedSums(scan)
      return collect(sums, groups: groups, request.aggregation)
    } catch {
      // Whoever stopped a scan may ask again.
      guard !Watch.current.isCancelled() else { return [:] }
      broken.withLock { $0 = $0 ?? Diagnostic(error) }
      return [:]
    }
  }

  // MARK: Filters

  private func filter(_ column: FactColumn, _ codes: Set<Int>) -> FactTable.Scan.Filter {
    FactTable.Scan.Filter(column: column.rawValue, codes: codes)
  }

  /// Nil where the member is not in the data; a filter without codes keeps every row.
  private func productFilter(_ selection: FactRequest.Selection) -> FactTable.Scan.Filter? {
    let total = productCodes[Product.total]
    switch selection {
    case .total: return filter(.product, total.map { [$0] } ?? [])
    case .each:
      return filter(.product, total.map { Set(dataSet.products.indices).subtracting([$0]) } ?? [])
    case .member(let code):
      if let code = productCodes[code] { return filter(.product, [code]) }
      // A heading stands for the codes below it.
      guard code.allSatisfy(\.isNumber) else { return nil }
      let below = dataSet.products.indices.filter { dataSet.products[$0].code.hasPrefix(code) }
      return below.isEmpty ? nil : filter(.product, Set(below))
    }
  }

  private func partnerFilter(
    _ request: FactRequest,
    _ others: [FactTable.Scan.Filter]
  ) -> FactTable.Scan.Filter? {
    switch request.partner {
    case .member(let code): return placeCodes[code].map { filter(.partner, [$0]) }
    case .each:
      guard dataSet.places.contains(where: { $0.kind == .world }) else {
        return filter(.partner, [])
      }
      return filter(.partner, Set(dataSet.places.indices.filter { !isWorld($0) }))
    case .total:
      if let world = dataSet.places.indices.first(where: isWorld) {
        return filter(.partner, [world])
      }
      guard !dataSet.places.allSatisfy({ $0.kind == .country }) else {
        return filter(.partner, [])
      }
      return filter(.partner, Set(dataSet.places.indices.filter(isCountry)))
    }
  }

  private func isWorld(_ code: Int) -> Bool { dataSet.places[code].kind == .world }

  private func isCountry(_ code: Int) -> Bool { dataSet.places[code].kind == .country }

  private func rows(_ vintage: Vintage) -> [Int]? {
    guard dataSet.publications.count > 1 else { return nil }
    return rowsByVintage.withLock { known in
      if let rows = known[vintage] { return rows }
      let rows = dataSet.rows(vintage)
      known[vintage] = rows
      return rows
    }
  }

  // MARK: Collecting

  /// A flow of nothing in every month of the data.
  private var nothing: [Period: Cell] {
    guard let first = dataSet.periods.map(\.start).min(),
      let last = dataSet.periods.map(\.end).max()
    else { return [:] }
    let months = (first.index...last.index).map { Period(Month(index: $0)) }
    return Dictionary(uniqueKeysWithValues: months.map { ($0, Cell(0)) })
  }

  private func collect(
    _ sums: FactTable.Sums,
    groups: [FactColumn],
    _ aggregation: Indicator.Aggregation
  ) -> [String: Timeline] {
    var figures: [String: [Period: Cell]] = [:]
    var bases: [String: String] = [:]
    for group in sums.groups {
      let code =
        switch groups.first {
        case .partner: dataSet.places[group.codes[0]].code
        case .product: dataSet.products[group.codes[0]].code
        default: ""
        }
      let period = dataSet.periods[group.codes[groups.count]]
      let origin = dataSet.origins[self.code(.origin, group.firstRow)]
      figures[code, default: [:]][period] = cell(group, origin)
      if !origin.basis.isEmpty { bases[code] = origin.basis }
    }
    var timelines: [String: Timeline] = [:]
    for (code, known) in figures {
      let figures = dataSet.recordsAll ? known.merging(nothing) { figure, _ in figure } : known
      timelines[code] = Timeline(figures, aggregation, basis: bases[code] ?? "")
    }
    return timelines
  }

  private func cell(_ group: FactTable.Sums.Group, _ origin: Origin) -> Cell {
    let published = dataSet.publications[code(.publication, group.firstRow)]
    let state: Cell.State =
      switch origin.status {
      case .derived, .convertedBySource: .derived
      case .forecast: .provisional
      case .first, .revised, .panel: .ok
      }
    return Cell(group.sum, state: state, published: published, sources: origin.sources)
  }

  private func code(_ column: FactColumn, _ row: Int) -> Int {
    dataSet.facts.keys[column.rawValue][row]
  }
}

/// Where each value stands in a list.
private func positions<Value: Hashable>(of values: [Value]) -> [Value: Int] {
  Dictionary(zip(values, values.indices)) { first, _ in first }
}
