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

  private let membersByAxis = Mutex<[MemberList.Key: MemberList]>([:])

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
  private var nothing: FiguresByPeriod {
    guard let span = dataSet.span, let length = dataSet.periods.first?.length else {
      return FiguresByPeriod()
    }
    var figures = FiguresByPeriod()
    for start in stride(from: span.lowerBound, through: span.upperBound, by: length) {
      figures.insert(Cell(0), for: Period(start: Month(index: start), length: length))
    }
    return figures
  }

  private func collect(
    _ sums: FactTable.Sums,
    _ request: FactRequest
  ) -> [String: Timeline] {
    let axes = request.axes
    let periods = dataSet.periods
    let figures = FigureReader(dataSet)
    let lists = axes.map { members($0, request.level) }
    let nothing = dataSet.recordsAll ? nothing : FiguresByPeriod()
    var timelines: [String: (figures: FiguresByPeriod, basis: String)] = [:]
    let groups = sums.groups
    var position = 0
    while position < groups.count {
      let codes = groups[position].codes.prefix(axes.count)
      let key = FactRequest.key(zip(lists, codes).map { $0.codes[$1] })
      var (known, basis) = timelines.removeValue(forKey: key) ?? (nothing, "")
      // Groups stand in the order of their codes: those of one member follow each other.
      while position < groups.count, groups[position].codes.starts(with: codes) {
        let group = groups[position]
        let (cell, ownBasis) = figures.figure(of: group)
        known.insert(cell, for: periods[group.codes[axes.count]])
        if let ownBasis { basis = ownBasis }
        position += 1
      }
      timelines[key] = (known, basis)
    }
    return timelines.mapValues { figures, basis in
      Timeline(
        figures,
        request.aggregation,
        basis: basis,
        isFirstPublished: request.vintage == .firstPublished
      )
    }
  }

  /// All members along an axis, by the codes of the facts; listed once.
  func members(_ axis: FactRequest.Axis, _ level: ProductLevel) -> MemberList {
    let key = MemberList.Key(axis: axis, level: axis == .product ? level : .loaded)
    return membersByAxis.withLock { known in
      if let members = known[key] { return members }
      let members =
        switch axis {
        case .reporter: MemberList(dataSet.reporterPlaces ?? dataSet.places)
        case .partner: MemberList(dataSet.places)
        case .product where level == .loaded:
          MemberList(codes: dataSet.products.map(\.code), names: dataSet.products.map(\.name))
        case .product: MemberList(classes: products.classes(level).codes)
        }
      known[key] = members
      return members
    }
  }
}

/// What is known about sums beside their values, by the first of the rows in them.
private struct FigureReader {
  private let publications: [Day?]
  private let publicationColumn: KeyColumn
  private let originColumn: KeyColumn
  /// For each origin a cell of its standing and sources, and its basis where it has one.
  private let origins: [(template: Cell, basis: String?)]

  init(_ data: DataSet) {
    publications = data.publications
    publicationColumn = data.facts.keys[FactColumn.publication.rawValue]
    originColumn = data.facts.keys[FactColumn.origin.rawValue]
    origins = data.origins.map { origin in
      let state: Cell.State =
        switch origin.status {
        case .derived, .convertedBySource: .derived
        case .forecast: .provisional
        case .first, .revised, .panel: .ok
        }
      let template = Cell(0, state: state, sources: origin.sources)
      return (template, origin.basis.isEmpty ? nil : origin.basis)
    }
  }

  func figure(of group: FactTable.Sums.Group) -> (cell: Cell, basis: String?) {
    var (cell, basis) = origins[originColumn[group.firstRow]]
    cell.value = group.sum
    cell.published = publications[publicationColumn[group.firstRow]]
    return (cell, basis)
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
