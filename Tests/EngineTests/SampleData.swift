import Catalogue
import Columns
import Periods

/// One figure of a data set made for a test.
struct Figure {
  var series: String
  var reporter = "CHN"
  var partner = "WLD"
  var product = Product.total
  var unit = Unit.money(.usd)
  var period: Period
  var value: Double
}

extension DataSet {
  /// A data set of nothing but the figures given, all of one source and without vintages.
  static func made(
    of figures: [Figure],
    indicators: [Indicator] = [],
    reporter: String? = "CHN"
  ) -> DataSet {
    let series = figures.map(\.series).distinct
    let places = (figures.map(\.reporter) + figures.map(\.partner)).distinct
    let products = ([Product.total] + figures.map(\.product)).distinct
    let units = figures.map(\.unit).distinct
    let periods = figures.map(\.period).distinct.sorted()
    func column<Word: Hashable>(_ words: [Word], _ word: (Figure) -> Word) -> KeyColumn {
      let codes = figures.map { words.firstIndex(of: word($0)) ?? 0 }
      return KeyColumn(codes: codes, cardinality: words.count)
    }
    let constant = KeyColumn(codes: figures.map { _ in 0 }, cardinality: 1)
    var data = DataSet.chinaCustoms
    data.name = "sample"
    data.series = series
    data.places = places.map { Place.known($0) ?? Place(code: $0, name: $0) }
    data.products = products.map { Product.known($0) ?? Product(code: $0, name: $0) }
    data.units = units
    data.periods = periods
    data.publications = [nil]
    data.origins = [Origin(status: .panel, sources: .none)]
    data.indicators = indicators
    data.events = []
    data.reporter = reporter
    data.facts = FactTable(
      keys: [
        column(series, \.series), column(places, \.reporter), column(places, \.partner),
        column(products, \.product), column(units, \.unit), column(periods, \.period),
        constant, constant,
      ],
      values: figures.map(\.value)
    )
    return data
  }

  /// The months of `References/figures.txt`: China's exports and imports since 2015.
  static let months: DataSet = {
    let figures = ReferenceTable.lines(of: "figures").flatMap { fields -> [Figure] in
      guard fields.count == 3, let period = Period(text: fields[0]),
        let exports = Double(fields[1]), let imports = Double(fields[2])
      else { return [] }
      return [
        Figure(series: "exports", period: period, value: exports * 1e9),
        Figure(series: "imports", period: period, value: imports * 1e9),
      ]
    }
    return made(of: figures)
  }()
}

extension Array where Element: Hashable {
  /// Each element once, in the order of its first appearance.
  fileprivate var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
