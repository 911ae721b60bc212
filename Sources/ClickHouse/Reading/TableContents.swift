import Catalogue
import Engine
import Guidance
import Periods

/// What there is in a table: the members of each role, and how many facts.
struct TableContents: Sendable {
  let codes: TableCodes
  let count: Int
  let layout: TableLayout
  let data: DataSet
  let products: ProductIndex
  /// The texts of a role that stand for a code, such as `842` and `840` for one country.
  private var texts: [Role: [String: [String]]] = [:]

  /// The statement that finds out.
  static func statement(_ layout: TableLayout) -> String {
    let branches = (Role.keys + [.period]).map { role in
      guard let key = layout.key(role) else {
        return "SELECT '\(role.rawValue)', '', toString(count())\nFROM \(layout.table)"
      }
      return "SELECT '\(role.rawValue)', \(layout.text(role)), toString(count())\n"
        + "FROM \(layout.table)\nGROUP BY \(key)"
    }
    return branches.joined(separator: "\nUNION ALL\n") + "\nFORMAT TabSeparated"
  }

  init(
    _ rows: Rows,
    _ layout: TableLayout,
    _ table: RemoteTable,
    _ address: ServerAddress
  ) throws(Diagnostic) {
    self.layout = layout
    var found: [Role: [String]] = [:]
    var count = 0
    for row in rows.fields {
      guard row.count == 3, let role = Role(rawValue: row[0]), let rowCount = Int(row[2]) else {
        throw Diagnostic("server-failed", "the server's reply is not what was asked for")
      }
      found[role, default: []].append(row[1])
      if role == .period { count += rowCount }
    }
    func list(_ role: Role) -> [String] { found[role] ?? [] }
    let codes = TableCodes(
      flows: list(.flow),
      reporters: list(.reporter),
      partners: list(.partner),
      products: list(.product),
      periods: list(.period),
      hasNumbersForProducts: layout.roles[.product]?.type.isInteger == true
    )
    self.codes = codes
    self.count = count
    guard count > 0 else {
      throw Diagnostic("no-figures", "the table holds no facts")
    }
    if let text = list(.period).first(where: { codes.periods[$0] == nil }) {
      throw Diagnostic(
        "unknown-layout",
        "'\(text)' in the column of periods is no period",
        notes: ["periods are written 202401, 2024-01 or 2024, or are dates"]
      )
    }
    let measurement = table.measurement ?? Measurement(.money(.usd))
    data = DataSet(
      remote: codes,
      name: table.name ?? address.table,
      address: address.description,
      unit: measurement.unit,
      figureCount: count
    )
    products = ProductIndex(data.products)
    for (text, series) in codes.flows { add(text, .flow, series) }
    for (text, place) in codes.reporters { add(text, .reporter, place.code) }
    for (text, place) in codes.partners { add(text, .partner, place.code) }
    for (text, product) in codes.products { add(text, .product, product.code) }
  }

  private mutating func add(_ text: String, _ role: Role, _ code: String) {
    texts[role, default: [:]][code, default: []].append(text)
  }

  /// The texts that stand for one code, in order.
  func texts(_ role: Role, of code: String) -> [String] { (texts[role]?[code] ?? []).sorted() }

  /// All texts of a role.
  func allTexts(_ role: Role) -> [String] { (texts[role] ?? [:]).flatMap(\.value) }

  /// The texts of the periods that lie within months.
  func periodTexts(within months: ClosedRange<Int>) -> [String] {
    codes.periods.filter { _, period in
      months.contains(period.start.index) && months.contains(period.end.index)
    }.keys.sorted()
  }

  /// Whether the texts of products are their codes, so that their first digits are chapters.
  var isProductCoded: Bool {
    guard let type = layout.roles[.product]?.type, !type.isInteger else { return false }
    return codes.products.allSatisfy { $0.key == $0.value.code }
  }

  /// Whether the first four digits of periods are years.
  var hasMonthNumbers: Bool {
    guard let type = layout.roles[.period]?.type, type.isInteger || type == .date else {
      return false
    }
    return codes.periods.values.allSatisfy { $0.length == 1 }
  }

  /// The code of a text in a reply; nil for one that was not there when the table was looked at.
  func code(_ text: String, _ role: Role) -> String? {
    switch role {
    case .flow: codes.flows[text]
    case .reporter: codes.reporters[text]?.code
    case .partner: codes.partners[text]?.code
    case .product: codes.products[text]?.code
    case .period, .value: nil
    }
  }
}
