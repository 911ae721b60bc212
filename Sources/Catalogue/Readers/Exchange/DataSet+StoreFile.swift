import Columns
import Guidance
import Periods

// A store file that keeps all that is known about its figures: their vintages, bases and sources.
extension DataSet {
  private static let storeKey = "tradewind"

  /// The data set of a store, whoever wrote it; nil where its columns are not those of trade facts.
  package static func stored(in store: Store, name: String) -> DataSet? {
    DataSet(described: store, name: name) ?? DataSet(store, name: name)
  }

  /// Writes the figures into a store; they are the same afterwards, in another order.
  ///
  /// A store keeps decimals exactly, up to nine places behind the point; other numbers are an error.
  package func write(toStore path: String) throws(StoreError) {
    let order = ClusterOrder(
      outer: [
        FactColumn.series.rawValue, FactColumn.reporter.rawValue, FactColumn.partner.rawValue,
      ],
      line: FactColumn.product.rawValue,
      inner: FactColumn.period.rawValue
    )
    let exponents = exponents
    for row in 0..<facts.rowCount {
      let code = facts.keys[FactColumn.unit.rawValue][row]
      guard facts.values[row].isWhole(times: exponents[code]) else {
        throw .inexactValue(row: row, decimals: 9)
      }
    }
    var description = JSON.object([
      ("exponents", .list(exponents.map { .number("\($0)") })),
      ("reporter", .text(reporter ?? "")), ("metadata", metadata),
      ("sources", .list(sources.map { $0.json })),
      (
        "places",
        .list((places + (reporterPlaces ?? [])).map { .list([.text($0.code), .text($0.name)]) })
      ),
      ("products", .list(products.map { .list([.text($0.code), .text($0.name)]) })),
    ])
    description = .object([("version", .number("1")), ("data", description)])
    try Store.write(
      try clustered(by: order, exponents),
      dictionaries: [
        series, (reporterPlaces ?? places).map(\.code), places.map(\.code), products.map(\.code),
        units.map(\.exchangeText), periods.map(\.description),
        publications.map { $0?.description ?? "" }, origins.map { $0.json.written },
      ],
      metadata: [DataSet.storeKey: Array(description.written.utf8)],
      to: path
    )
  }

  /// For each unit the power of ten that makes whole numbers of all its figures; at most nine.
  private var exponents: [Int] {
    var exponents = [Int](repeating: 0, count: units.count)
    let unit = facts.keys[FactColumn.unit.rawValue]
    for row in 0..<facts.rowCount {
      let code = unit[row]
      while exponents[code] < 9, !facts.values[row].isWhole(times: exponents[code]) {
        exponents[code] += 1
      }
    }
    return exponents
  }

  private func clustered(
    by order: ClusterOrder,
    _ exponents: [Int]
  ) throws(StoreError) -> FactTable {
    let unit = facts.keys[FactColumn.unit.rawValue]
    let values = (0..<facts.rowCount).map { row in
      (facts.values[row] * tenPower(exponents[unit[row]])).rounded()
    }
    return try FactTable(keys: facts.keys, values: values).clustered(by: order, decimals: 0)
  }

  /// Brings figures that were made whole numbers back to their units.
  private mutating func restore(_ exponents: [Int]) {
    guard exponents.contains(where: { $0 != 0 }), exponents.count == units.count else { return }
    let stored = facts
    let rows = 0..<stored.rowCount
    let unit = stored.keys[FactColumn.unit.rawValue]
    facts = FactTable(
      keys: stored.keys.map { key in
        KeyColumn(codes: rows.map { key[$0] }, cardinality: key.cardinality)
      },
      values: rows.map { stored.values[$0] / tenPower(exponents[unit[$0]]) }
    )
  }

  private init?(described store: Store, name: String) {
    guard let bytes = store.metadata[DataSet.storeKey],
      store.dictionaries.count == FactColumn.allCases.count,
      let text = try? SourceText(decoding: bytes, file: store.path),
      let json = try? JSONReader.value(of: text, file: store.path), let data = json["data"]
    else { return nil }
    func words(_ column: FactColumn) -> [String] { store.dictionaries[column.rawValue] }
    let periods = words(.period).map { PeriodText($0)?.period }
    guard periods.allSatisfy({ $0 != nil }) else { return nil }
    let placeNames = data["places"].names
    let productNames = data["products"].names
    func place(_ code: String) -> Place {
      Place.known(code) ?? Place(code: code, name: placeNames[code] ?? code)
    }
    let places = words(.partner).map(place)
    let reporters = words(.reporter).map(place)
    self.init(
      name: name,
      title: name,
      facts: store.table,
      series: words(.series),
      places: places,
      products: words(.product).map { code in
        Product.known(code) ?? Product(code: code, name: productNames[code] ?? code)
      },
      units: words(.unit).map(Unit.init(exchangeText:)),
      periods: periods.compactMap { $0 },
      publications: words(.publication).map { Day($0) },
      origins: words(.origin).map(Origin.init(exchangeText:)),
      sources: (data["sources"]?.members ?? []).map(Source.init),
      indicators: [],
      events: [],
      releases: [:]
    )
    if reporters != places { reporterPlaces = reporters }
    let home = data["reporter"]?.text ?? ""
    reporter = home.isEmpty ? nil : home
    take(data["metadata"] ?? .null)
    restore((data["exponents"]?.members ?? []).map { Int($0.text) ?? 0 })
  }
}

extension Double {
  /// True where the number is a whole one after multiplication by a power of ten, and the same again
  /// after division by it.
  fileprivate func isWhole(times exponent: Int) -> Bool {
    let power = tenPower(exponent)
    let whole = (self * power).rounded()
    return abs(whole) < 9e15 && whole / power == self
  }
}

private func tenPower(_ exponent: Int) -> Double {
  (0..<exponent).reduce(1.0) { power, _ in power * 10 }
}

extension JSON? {
  /// Names by code, from a list of pairs.
  fileprivate var names: [String: String] {
    let pairs = (self?.members ?? []).compactMap { pair -> (String, String)? in
      pair.members.count == 2 ? (pair.members[0].text, pair.members[1].text) : nil
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension Source {
  fileprivate var json: JSON { .list([.text(id), .text(publisher), .text(address)]) }

  fileprivate init(_ json: JSON) {
    let texts = json.members.map(\.text) + ["", "", ""]
    self.init(id: texts[0], publisher: texts[1], address: texts[2])
  }
}

extension Origin {
  fileprivate var json: JSON {
    .list([
      .text(status.rawValue), .text(basis), .text(method),
      .list(sources.members.map { .number("\($0)") }),
    ])
  }

  fileprivate init(exchangeText text: String) {
    let bytes = Array(text.utf8)
    let source = try? SourceText(decoding: bytes, file: "")
    let json = source.flatMap { try? JSONReader.value(of: $0, file: "") }
    let members = json?.members ?? []
    let texts = members.map(\.text) + ["", "", ""]
    self.init(
      status: Status(rawValue: texts[0]) ?? .panel,
      basis: texts[1],
      method: texts[2],
      sources: SourceSet((members.last?.members ?? []).compactMap { UInt16($0.text) })
    )
  }
}
