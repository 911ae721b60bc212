/// What to do with the fields of a line, from the first to the last that is wanted.
struct FieldPlan: Sendable {
  enum Role: Sendable {
    case skip
    case key(column: Int)
    case value
    case quantity
  }

  let roles: [Role]
  let separator: UInt8
  let decimals: Decimals
  let quantityDecimals: Decimals
  let partColumn: Int

  init(_ plan: CSVImport, header: [String]) throws(StoreError) {
    var roles = [Role](repeating: .skip, count: header.count)
    func place(of name: String) throws(StoreError) -> Int {
      guard let place = header.firstIndex(of: name) else {
        throw .unknownField(name, fields: header)
      }
      return place
    }
    for (column, source) in plan.keys.enumerated() {
      if case .field(let name) = source { roles[try place(of: name)] = .key(column: column) }
    }
    roles[try place(of: plan.value)] = .value
    if let quantity = plan.quantity {
      let place = try place(of: quantity.field)
      guard case .skip = roles[place] else { throw .takenField(quantity.field) }
      roles[place] = .quantity
    }
    while case .skip = roles.last { roles.removeLast() }
    self.roles = roles
    separator = plan.separator
    decimals = Decimals(places: plan.decimals)
    quantityDecimals = Decimals(places: plan.quantity?.unit.decimals ?? 0)
    partColumn = plan.partColumn
  }

  /// The fields of one line, quoted or not; nil where a quotation mark is not closed.
  func fields(of line: some BidirectionalCollection<UInt8>) -> [[UInt8]]? {
    var fields: [[UInt8]] = []
    var rest = line[...]
    if rest.last == UInt8(ascii: "\r") { rest = rest.dropLast() }
    while true {
      var field: [UInt8] = []
      if rest.first == UInt8(ascii: "\"") {
        rest = rest.dropFirst()
        while true {
          guard let mark = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
          field += rest[..<mark]
          rest = rest[mark...].dropFirst()
          guard rest.first == UInt8(ascii: "\"") else { break }
          field.append(UInt8(ascii: "\""))
          rest = rest.dropFirst()
        }
      }
      let end = rest.firstIndex(of: separator) ?? rest.endIndex
      field += rest[..<end]
      fields.append(field)
      guard end < rest.endIndex else { return fields }
      rest = rest[end...].dropFirst()
    }
  }
}
