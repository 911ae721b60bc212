import Columns
import Periods

extension DataSet {
  /// The data set of the figures of one file.
  init(_ draft: Draft, name: String, title: String, source: Source, issuer: String) {
    self.name = name
    self.title = title
    sources = [source]
    events = []
    releases = [:]
    indicators = draft.indicators.values.sorted { $0.code < $1.code }
    series = draft.series.words
    if !issuer.isEmpty { issuers = [Issuer(issuer, series: series)] }

    let table = PlaceTable(draft)
    places = table.places
    reporter = table.reporter
    products = draft.products.words.map { draft.productsByCode[$0] ?? Product(code: $0, name: $0) }
    units = draft.units.words
    let order = draft.periods.words.indices.sorted {
      draft.periods.words[$0] < draft.periods.words[$1]
    }
    periods = order.map { draft.periods.words[$0] }
    var rank = [Int](repeating: 0, count: order.count)
    for (position, code) in order.enumerated() { rank[code] = position }
    publications = [nil]
    let read = draft.bases.words.map {
      Origin(status: .panel, basis: $0, sources: SourceSet([0]))
    }
    let summed = read.map { origin in
      Origin(
        status: .panel,
        basis: origin.basis,
        method: "sum of its chapters",
        sources: origin.sources
      )
    }
    let firstDerived = draft.firstDerived ?? draft.count
    origins = firstDerived < draft.count ? read + summed : read
    let originCodes = draft.bases.codes.enumerated().map { row, code in
      row < firstDerived ? code : code + read.count
    }
    facts = FactTable(
      keys: [
        KeyColumn(codes: draft.series.codes, cardinality: max(1, series.count)),
        KeyColumn(codes: table.reporterCodes, cardinality: max(1, places.count)),
        KeyColumn(codes: table.partnerCodes, cardinality: max(1, places.count)),
        KeyColumn(codes: draft.products.codes, cardinality: products.count),
        KeyColumn(codes: draft.units.codes, cardinality: max(1, units.count)),
        KeyColumn(codes: draft.periods.codes.map { rank[$0] }, cardinality: max(1, periods.count)),
        KeyColumn(codes: draft.values.map { _ in 0 }, cardinality: 1),
        KeyColumn(codes: originCodes, cardinality: max(1, origins.count)),
      ],
      values: draft.values
    )
  }
}

/// The places of a file in one dictionary, and where its rows point into it.
private struct PlaceTable {
  var places: [Place] = []
  var reporterCodes: [Int] = []
  var partnerCodes: [Int] = []
  var reporter: String?

  init(_ draft: Draft) {
    var positions: [String: Int] = [:]
    func add(_ code: String, to places: inout [Place]) -> Int {
      if let known = positions[code] { return known }
      positions[code] = places.count
      places.append(draft.placesByCode[code] ?? Place(code: code, name: code))
      return places.count - 1
    }
    let isIndicator = draft.series.words.map { word in
      draft.indicators[word] != nil && !Draft.returningFlows.contains(word)
    }
    let flowRows = draft.values.indices.filter { !isIndicator[draft.series.codes[$0]] }
    var partners = [Int](repeating: 0, count: draft.count)
    for row in flowRows { partners[row] = add(draft.partners[row], to: &places) }
    // An indicator stands beside whatever stands for all partners, so that a total finds it once.
    let world = places.firstIndex { $0.kind == .world }
    let carrier = world ?? places.firstIndex { $0.kind == .country } ?? add("WLD", to: &places)
    for row in draft.values.indices where isIndicator[draft.series.codes[row]] {
      partners[row] = carrier
    }
    partnerCodes = partners
    reporterCodes = draft.values.indices.map { add(draft.reporters[$0], to: &places) }
    let reporting = Set(flowRows.map { draft.reporters[$0] })
    reporter = reporting.count == 1 ? reporting.first : nil
  }
}
