import Catalogue
import Columns
import Periods

/// Every vintage of the figures that one request names, oldest first.
struct Ledger: Sendable {
  private(set) var records: [Period: [Record]] = [:]

  /// One figure as it was published once.
  struct Record: Sendable {
    var value: Double
    /// Nil where the day is unknown.
    var published: Day?
    var origin: Origin
  }

  /// Reads the facts once, whatever vintage the request asks for.
  init(_ request: FactRequest, _ data: DataSet) {
    guard let wanted = Ledger.codes(of: request, data) else { return }
    guard !data.isPlain else {
      readPlain(wanted, data)
      return
    }
    let keys = data.facts.keys
    let periods = keys[FactColumn.period.rawValue]
    for row in 0..<data.facts.rowCount
    where wanted.allSatisfy({ keys[$0.column][row] == $0.code }) {
      records[data.periods[periods[row]], default: []].append(
        Record(
          value: data.facts.values[row],
          published: data.publications[keys[FactColumn.publication.rawValue][row]],
          origin: data.origins[keys[FactColumn.origin.rawValue][row]]
        )
      )
    }
    records = records.mapValues { $0.sorted(by: Ledger.isOlder) }
  }

  /// In a store every figure was published once; what reporters say together is one record.
  private mutating func readPlain(_ wanted: [(column: Int, code: Int)], _ data: DataSet) {
    let scan = FactTable.Scan(
      filters: wanted.map { FactTable.Scan.Filter(column: $0.column, codes: [$0.code]) },
      groups: [FactColumn.period.rawValue]
    )
    for group in data.facts.sums(scan).groups {
      records[data.periods[group.codes[0]]] = [
        Record(value: group.sum, published: nil, origin: data.origins[0])
      ]
    }
  }

  subscript(period: Period) -> [Record] { records[period] ?? [] }

  /// The record behind a cell that was taken from the figures as it stands.
  func record(of cell: Cell, _ period: Period) -> Record? {
    self[period].last { $0.value == cell.value && $0.published == cell.published }
  }

  /// Figures of an unknown day lead.
  private static func isOlder(_ left: Record, _ right: Record) -> Bool {
    guard let day = left.published, let other = right.published else {
      return left.published == nil && right.published != nil
    }
    return day < other
  }

  /// What the key columns must hold; nil where the data has no such word.
  private static func codes(
    of request: FactRequest,
    _ data: DataSet
  ) -> [(column: Int, code: Int)]? {
    let places = data.places
    let partner =
      switch request.partner {
      case .member(let code): places.firstIndex { $0.code == code }
      case .members: nil as Int?
      case .total, .each: places.firstIndex { $0.kind == .world }
      }
    let product =
      switch request.product {
      case .member(let code): data.products.firstIndex { $0.code == code }
      case .members: nil as Int?
      case .total, .each: data.products.firstIndex { $0.code == Product.total }
      }
    guard let series = data.series.firstIndex(of: request.series),
      let unit = data.units.firstIndex(of: request.unit), let partner, let product
    else { return nil }
    var codes: [(FactColumn, Int)] = [
      (.series, series), (.unit, unit), (.partner, partner), (.product, product),
    ]
    if let reporter = request.reporter {
      guard let code = places.firstIndex(where: { $0.code == reporter }) else { return nil }
      codes.append((.reporter, code))
    }
    return codes.map { ($0.0.rawValue, $0.1) }
  }
}

extension Origin {
  /// How and when the figure came about: `first published 2025-12-08`, `derived: …`.
  func words(on day: Day?) -> String {
    let dated = day.map { " \($0)" } ?? ""
    let method = method.isEmpty ? "" : ": \(method)"
    switch status {
    case .first: return day == nil ? "as published" : "first published\(dated)"
    case .revised: return day == nil ? "as revised" : "as revised, published\(dated)"
    case .panel: return "compiled later" + (day == nil ? "" : ", published\(dated)")
    case .derived: return "derived\(method)" + (day == nil ? "" : "; as of\(dated)")
    case .convertedBySource: return "converted by the source\(method)\(dated)"
    case .forecast: return "forecast\(method)\(dated)"
    }
  }
}
