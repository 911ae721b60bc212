import Catalogue
import Columns
import Guidance
import Periods
import Synchronization

/// The facts of a data set in memory.
package final class EmbeddedFacts: FactSource {
  package let dataSet: DataSet
  /// Whether sums kept beside the rows of a store may answer.
  let usesRollups: Bool
  private let seriesCodes: [String: Int]
  private let placeCodes: [String: Int]
  private let reporterCodes: [String: Int]
  private let unitCodes: [Unit: Int]
  /// The partners that make up the whole, and those that stay apart; nil where these are all.
  private let partnerWhole: [Int]?
  private let partnerMembers: [Int]?
  let products: ProductIndex

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

  package init(_ dataSet: DataSet, usesRollups: Bool = true) {
    self.dataSet = dataSet
    self.usesRollups = usesRollups
    seriesCodes = positions(of: dataSet.series)
    placeCodes = positions(of: dataSet.places.map(\.code))
    reporterCodes = positions(of: (dataSet.reporterPlaces ?? dataSet.places).map(\.code))
    products = ProductIndex(dataSet.products)
    unitCodes = positions(of: dataSet.units)
    let places = dataSet.places
    let world = places.firstIndex { $0.kind == .world }
    let countries = places.indices.filter(dataSet.isCountry)
    partnerWhole = world.map { [$0] } ?? (countries.count == places.count ? nil : countries)
    partnerMembers = world.map { _ in places.indices.filter { places[$0].kind != .world } }
  }

  package func timelines(_ request: FactRequest) -> [String: Timeline] {
    guard let filters = filters(request) else { return [:] }
    var scan = FactTable.Scan(
      filters: filters,
      groups: request.axes.map(\.column.rawValue) + [FactColumn.period.rawValue],
      rows: rows(request.vintage)
    )
    scan.classes = classes(request)
    do throws(StoreError) {
      let sums = try table(request).watched(scan).sums
      return collect(sums, request)
    } catch {
      // Whoever stopped a scan may ask again.
      guard !Watch.current.isCancelled() else { return [:] }
      broken.withLock { $0 = $0 ?? Diagnostic(error) }
      return [:]
    }
  }

  package func hasFigures(_ request: FactRequest) -> Bool {
    guard let filters = filters(request) else { return false }
    guard dataSet.publications.count > 1 else { return table(request).hasRows(filters) }
    return !timelines(request).isEmpty
  }

  // MARK: Quantities

  /// The table whose values a request adds up: the facts, or the quantities beside them.
  func table(_ request: FactRequest) -> FactTable { quantities(request)?.facts ?? dataSet.facts }

  /// The quantities beside the values and the code of their flow, where a request is for those.
  private func quantities(_ request: FactRequest) -> (facts: FactTable, series: Int)? {
    guard dataSet.hasQuantities(request), let quantities = dataSet.quantities,
      seriesCodes[request.series] == nil, let flow = request.quantifiedFlow,
      let series = seriesCodes[flow]
    else { return nil }
    return (quantities.facts, series)
  }

  // MARK: Filters

  /// The rows that a request wants; nil where the data has no such word.
  func filters(_ request: FactRequest) -> [FactTable.Scan.Filter]? {
    var filters: [FactTable.Scan.Filter] = []
    func add(_ column: FactColumn, _ codes: [Int]?) {
      guard let codes else { return }
      filters.append(FactTable.Scan.Filter(column: column.rawValue, listed: codes))
    }
    if let quantities = quantities(request) {
      add(.series, [quantities.series])
    } else {
      guard let series = seriesCodes[request.series], let unit = unitCodes[request.unit] else {
        return nil
      }
      add(.series, [series])
      add(.unit, [unit])
    }
    if let reporter = request.reporter {
      guard let code = reporterCodes[reporter] else { return nil }
      add(.reporter, [code])
    }
    switch request.product {
    case .total: add(.product, products.whole)
    case .each: add(.product, products.members(within: request.within))
    case .member(let code):
      let codes = products.positions(of: code)
      guard !codes.isEmpty else { return nil }
      add(.product, codes)
    case .members(let codes):
      let positions = codes.flatMap(products.positions)
      guard !positions.isEmpty else { return nil }
      add(.product, positions)
    }
    switch request.partner {
    case .total: add(.partner, partnerWhole)
    case .each: add(.partner, partnerMembers)
    case .member(let code):
      guard let code = placeCodes[code] else { return nil }
      add(.partner, [code])
    case .members(let codes):
      let positions = codes.compactMap { placeCodes[$0] }
      guard !positions.isEmpty else { return nil }
      add(.partner, positions)
    }
    return filters
  }

  /// What the products of a request are counted as.
  func classes(_ request: FactRequest) -> [Int: [Int]] {
    guard request.product == .each, request.level != .loaded else { return [:] }
    return [FactColumn.product.rawValue: products.classes(request.level).ofProduct]
  }

  func placeCode(_ code: String) -> Int? { placeCodes[code] }

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

  /// A flow of nothing in every period of the data.
  private var nothing: [Period: Cell] {
    guard let span = dataSet.span, let length = dataSet.periods.first?.length else { return [:] }
    let starts = stride(from: span.lowerBound, through: span.upperBound, by: length)
    return Dictionary(
      uniqueKeysWithValues: starts.map {
        (Period(start: Month(index: $0), length: length), Cell(0))
      }
    )
  }

  private func collect(
    _ sums: FactTable.Sums,
    _ request: FactRequest
  ) -> [String: Timeline] {
    let axes = request.axes
    var figures: [String: [Period: Cell]] = [:]
    var bases: [String: String] = [:]
    for group in sums.groups {
      let codes = axes.enumerated().map { memberCode($1, group.codes[$0], request) }
      let code = FactRequest.key(codes)
      let period = dataSet.periods[group.codes[axes.count]]
      let origin = dataSet.origins[self.code(.origin, group.firstRow)]
      figures[code, default: [:]][period] = cell(group, origin)
      if !origin.basis.isEmpty { bases[code] = origin.basis }
    }
    let nothing = dataSet.recordsAll ? nothing : [:]
    return Dictionary(
      uniqueKeysWithValues: figures.map { code, known in
        let figures = nothing.isEmpty ? known : known.merging(nothing) { figure, _ in figure }
        let timeline = Timeline(
          figures,
          request.aggregation,
          basis: bases[code] ?? "",
          isFirstPublished: request.vintage == .firstPublished
        )
        return (code, timeline)
      }
    )
  }

  func memberCode(
    _ axis: FactRequest.Axis,
    _ code: Int,
    _ request: FactRequest
  ) -> String {
    switch axis {
    case .reporter: (dataSet.reporterPlaces ?? dataSet.places)[code].code
    case .partner: dataSet.places[code].code
    case .product:
      request.level == .loaded
        ? dataSet.products[code].code : products.classes(request.level).codes[code]
    }
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

extension FactRequest.Axis {
  /// The key column whose codes stay apart.
  var column: FactColumn {
    switch self {
    case .reporter: .reporter
    case .partner: .partner
    case .product: .product
    }
  }
}

extension DataSet {
  /// Whether quantities beside the values of the facts are what a request asks for.
  func hasQuantities(_ request: FactRequest) -> Bool {
    guard let quantities, let flow = request.quantifiedFlow else { return false }
    return request.unit == quantities.unit && series.contains(flow)
  }

  /// The months from the first to the last of its figures.
  package var span: ClosedRange<Int>? {
    guard let first = periods.map(\.start).min(), let last = periods.map(\.end).max() else {
      return nil
    }
    return first.index...last.index
  }

  /// True where figures are plain flows: one for each period, all equally long, none published
  /// twice, and nothing where there is none.
  package var isPlain: Bool { recordsAll && publications.count == 1 && origins.count == 1 }

  /// True where partners add up to all partners together.
  var partnersMakeWhole: Bool { isPlain && places.indices.allSatisfy(isCountry) }

  /// Looks at the kind alone; copying places takes longer than anything else about a query.
  fileprivate func isCountry(_ place: Int) -> Bool {
    if case .country = places[place].kind { true } else { false }
  }
}

extension FactTable.Scan.Filter {
  /// Codes that follow each other are kept as a range.
  fileprivate init(column: Int, listed codes: [Int]) {
    if let first = codes.first, let last = codes.last, last - first == codes.count - 1,
      zip(codes, codes.dropFirst()).allSatisfy({ $1 == $0 + 1 })
    {
      self.init(column: column, range: first..<last + 1)
    } else {
      self.init(column: column, codes: Set(codes))
    }
  }
}

/// Where each value stands in a list.
private func positions<Value: Hashable>(of values: [Value]) -> [Value: Int] {
  Dictionary(zip(values, values.indices)) { first, _ in first }
}
