import Columns
import Periods

/// What the codes in the columns of a table mean; in each list a text stands once.
package struct TableCodes: Sendable {
  /// Series of flows by the texts in the flow column, such as `exports` by `X`.
  package var flows: [String: String]
  package var reporters: [String: Place]
  package var partners: [String: Place]
  package var products: [String: Product]
  package var periods: [String: Period]

  /// Reads the texts of each column; those of the period column that are no periods are given back.
  package init(
    flows: [String],
    reporters: [String],
    partners: [String],
    products: [String],
    periods: [String],
    hasNumbersForProducts: Bool = false
  ) {
    self.flows = TableCodes.read(flows) { FlowWord.series($0) ?? $0.lowercased() }
    self.reporters = Place.places(of: reporters)
    self.partners = Place.places(of: partners)
    self.products = TableCodes.read(products) { text in
      // Codes have an even number of digits: a number has lost its leading zero.
      let hasLostZero = hasNumbersForProducts && text.utf8.count % 2 == 1
      return TableCodes.product(hasLostZero ? "0" + text : text)
    }
    self.periods = TableCodes.read(periods) { Period(reading: $0) }
  }

  private static func read<Value>(
    _ texts: [String],
    _ meaning: (String) -> Value?
  ) -> [String: Value] {
    var meanings: [String: Value] = [:]
    for text in texts {
      meanings[text] = meaning(text.withoutFilling)
    }
    return meanings
  }

  private static func product(_ text: String) -> Product {
    let code = text.isEmpty ? Product.total : text
    return Product.known(code)
      ?? Product(code: code, name: code == Product.total ? Product.total : "HS \(code)")
  }
}

extension DataSet {
  /// A data set whose facts lie elsewhere: what there is, without a single figure.
  package init(
    remote codes: TableCodes,
    name: String,
    address: String,
    unit: Unit,
    figureCount: Int
  ) {
    self.name = name
    title = "trade facts on a server"
    let none = KeyColumn(codes: [], cardinality: 0)
    facts = FactTable(keys: FactColumn.allCases.map { _ in none }, values: [])
    series = Set(codes.flows.values).sorted()
    places = DataSet.places(codes.partners)
    let reporters = DataSet.places(codes.reporters)
    var products: [String: Product] = [:]
    for product in codes.products.values { products[product.code] = product }
    self.products = products.values.sorted { $0.code < $1.code }
    units = [unit]
    periods = Set(codes.periods.values).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    publications = [nil]
    sources = [Source(id: "server", publisher: name, address: address)]
    origins = [Origin(status: .first, sources: SourceSet([0]))]
    indicators = []
    events = []
    releases = [:]
    recordsAll = Set(periods.map(\.length)).count <= 1
    reporter = reporters.count == 1 ? reporters[0].code : nil
    reporterPlaces = reporters
    remoteCount = figureCount
  }

  private static func places(_ meanings: [String: Place]) -> [Place] {
    var places: [String: Place] = [:]
    var list: [Place] = []
    for (_, place) in meanings.sorted(by: { $0.key < $1.key })
    where places.updateValue(place, forKey: place.code) == nil {
      list.append(place)
    }
    return list
  }
}

extension Place {
  /// The places of the texts in a column: ISO codes, UN numbers and names.
  ///
  /// What nobody knows is a place of its own, and so is what means a place that is there by its code.
  package static func places(of texts: [String]) -> [String: Place] {
    let plain = texts.map(\.withoutFilling)
    let codes = Set(plain.compactMap { Place.known($0)?.code })
    var places: [String: Place] = [:]
    for (text, plain) in zip(texts, plain) {
      if let place = Place.known(plain.isEmpty ? "WLD" : plain) {
        places[text] = place
        continue
      }
      let known =
        Place.known(iso: plain) ?? Place.known(number: plain) ?? Place.known(spelled: plain)
      let isTaken = known.map { codes.contains($0.code) } ?? true
      places[text] = isTaken ? Place(code: plain, name: plain) : known
    }
    return places
  }
}

extension String {
  /// The text without the zeros that fill it up where all texts have one length.
  fileprivate var withoutFilling: String {
    utf8.last == 0 ? String(reversed().drop { $0 == "\0" }.reversed()) : self
  }
}
