import Columns
import Periods

extension DataSet {
  /// The key columns of a store that holds trade facts, in order; each has a dictionary of texts.
  private static let storedColumns = FactColumn.allCases.count

  /// The data set of a store file; nil where its columns are not those of trade facts.
  ///
  /// The facts stay in the file. Flows are `X` and `M` or spelled out, places ISO 3166 codes of
  /// three letters or names, products codes of the Harmonized System, periods `202401`, `2024-01`
  /// or `2024`. Several reporters together are what a query means that names none.
  package init?(_ store: Store, name: String) {
    let texts = store.dictionaries
    guard texts.count == DataSet.storedColumns else { return nil }
    let periods = texts[FactColumn.period.rawValue].map(Period.init(stored:))
    guard periods.allSatisfy({ $0 != nil }) else { return nil }
    self.name = name
    title = "\(store.table.rowCount) facts of \(name)"
    facts = store.table
    quantities = Quantities(store.table)
    series = texts[FactColumn.series.rawValue].map(DataSet.flow)
    let partners = Place.places(of: texts[FactColumn.partner.rawValue])
    places = texts[FactColumn.partner.rawValue].compactMap { partners[$0] }
    products = texts[FactColumn.product.rawValue].map { code in
      Product.known(code) ?? Product(code: code, name: code.isEmpty ? Product.total : "HS \(code)")
    }
    units = texts[FactColumn.unit.rawValue].map(Unit.init(word:))
    self.periods = periods.compactMap { $0 }
    publications = [nil]
    sources = [Source(id: "store", publisher: name, address: store.path)]
    origins = [Origin(status: .first, sources: SourceSet([0]))]
    indicators = []
    events = []
    releases = [:]
    let named = Place.places(of: texts[FactColumn.reporter.rawValue])
    let reporters = texts[FactColumn.reporter.rawValue].compactMap { named[$0] }
    reporter = reporters.count == 1 ? reporters[0].code : nil
    reporterPlaces = reporters
    recordsAll = Set(self.periods.map(\.length)).count <= 1
  }

  private static func flow(_ text: String) -> String {
    switch text {
    case "X": "exports"
    case "M": "imports"
    default: text.lowercased()
    }
  }
}

extension Period {
  /// Reads `202401`, `2024-01` and `2024`; nil for anything else.
  fileprivate init?(stored text: String) {
    let digits = text.filter { $0 != "-" }
    guard digits.count == 4 || digits.count == 6, let year = Int(digits.prefix(4)) else {
      return nil
    }
    guard digits.count == 6 else {
      self.init(year: year)
      return
    }
    guard let month = Int(digits.suffix(2)), (1...12).contains(month) else { return nil }
    self.init(Month(year: year, month: month))
  }
}
