import Columns
import Periods

extension DataSet {
  /// Puts the figures of a reader and what is known about them together.
  init(
    name: String,
    title: String,
    figures: ObservationReader,
    sources: [Source],
    indicators: [Indicator],
    events: [Event],
    releases: [Month: Day],
    reporter: String?
  ) {
    self.name = name
    self.title = title
    self.sources = sources
    self.indicators = indicators
    self.events = events
    self.releases = releases
    self.reporter = reporter
    series = figures.series.words.map(\.text)
    places = figures.places.words.map(\.text).map {
      Place.known($0) ?? Place(code: $0, name: $0)
    }
    products = figures.products.words.map(\.text).map {
      Product.known($0) ?? Product(code: $0, name: $0)
    }
    units = figures.units.words.map(\.text).map(Unit.init(word:))
    origins = figures.origins
    let (periods, periodRanks) = figures.periods
    let (publications, dayRanks) = figures.publications
    (self.periods, self.publications) = (periods, publications)
    facts = FactTable(
      keys: [
        figures.column(\.series, cardinality: series.count),
        figures.column(\.reporter, cardinality: places.count),
        figures.column(\.partner, cardinality: places.count),
        figures.column(\.product, cardinality: products.count),
        figures.column(\.unit, cardinality: units.count),
        KeyColumn(codes: figures.periodCodes.map { periodRanks[$0] }, cardinality: periods.count),
        KeyColumn(
          codes: figures.publicationCodes.map { dayRanks[$0] },
          cardinality: publications.count
        ),
        KeyColumn(codes: figures.originCodes, cardinality: origins.count),
      ],
      values: figures.values
    )
  }
}

extension ObservationReader {
  /// The key column of what a group's rows share.
  fileprivate func column(_ code: KeyPath<Group, Int>, cardinality: Int) -> KeyColumn {
    var codes: [Int] = []
    codes.reserveCapacity(values.count)
    for (index, group) in groups.enumerated() {
      let end = index + 1 < groups.count ? groups[index + 1].firstRow : values.count
      let shared = group[keyPath: code]
      codes.append(contentsOf: repeatElement(shared, count: end - group.firstRow))
    }
    return KeyColumn(codes: codes, cardinality: cardinality)
  }
}

extension Unit {
  /// The unit that a built-in table writes as `word`.
  init(word: String) {
    switch word {
    case "percent": self = .percent
    case "index": self = .index("")
    case "t": self = .quantity("t")
    case "CNY/USD": self = .rate("CNY per USD")
    default: self = .money(Currency(rawValue: word))
    }
  }
}
