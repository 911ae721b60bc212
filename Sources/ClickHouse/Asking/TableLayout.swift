import Catalogue
import Guidance

/// What a column of a table of facts is for.
enum Role: String, CaseIterable, Sendable {
  case period, flow, reporter, partner, product, value

  /// The roles whose columns name members, in the order in which replies give them.
  static let keys: [Role] = [.flow, .reporter, .partner, .product]
}

/// Which columns a table has, and which of them play which role.
struct TableLayout: Sendable {
  struct Column: Equatable, Sendable {
    var name: String
    var type: ColumnType
    var isNullable: Bool
  }

  let table: String
  let roles: [Role: Column]

  /// Takes the columns named in the mapping, and finds the others by their names.
  init(
    _ columns: [(name: String, type: String)],
    _ mapping: [String: String],
    _ address: ServerAddress
  ) throws(Diagnostic) {
    table = "\(SQL.name(address.database)).\(SQL.name(address.table))"
    let names = columns.map(\.name)
    var chosen: [Role: String] = [:]
    for (role, name) in proposedRoles(of: names) { chosen[Role(rawValue: role) ?? .value] = name }
    let list = "columns: \(names.joined(separator: ", "))"
    for (key, name) in mapping.sorted(by: { $0.key < $1.key }) {
      guard let role = Role(rawValue: key) else {
        let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw Diagnostic("unknown-role", "a column cannot be '\(key)'", notes: ["roles: \(roles)"])
      }
      guard names.contains(name) else {
        throw Diagnostic("unknown-column", "there is no column '\(name)'", notes: [list])
      }
      chosen[role] = name
    }
    var roles: [Role: Column] = [:]
    for (role, name) in chosen {
      guard let column = columns.first(where: { $0.name == name }) else { continue }
      roles[role] = Column(
        name: name,
        type: ColumnType(column.type),
        isNullable: column.type.contains("Nullable(")
      )
    }
    for role in [Role.period, .flow, .value] where roles[role] == nil {
      throw Diagnostic(
        "unknown-layout",
        "no column of '\(address.table)' looks like the \(role.rawValue)",
        notes: [list, "say which it is: `open \"…\" (\(role.rawValue): COLUMN)`"]
      )
    }
    if let value = roles[.value], !value.type.isAmount {
      throw Diagnostic(
        "unknown-layout",
        "'\(value.name)' holds no numbers that add up",
        notes: [list]
      )
    }
    self.roles = roles
  }

  /// The mapping as it is written behind the address.
  var mapping: String {
    let parts = Role.allCases.compactMap { role in
      roles[role].map { "\(role.rawValue): \($0.name)" }
    }
    return "(\(parts.joined(separator: ", ")))"
  }

  // MARK: Expressions

  /// What rows are grouped by to keep the members of a role apart; nil where there is no column.
  func key(_ role: Role) -> String? {
    guard let column = roles[role] else { return nil }
    let name = SQL.name(column.name)
    return column.type == .date ? "toYYYYMM(\(name))" : name
  }

  /// The text of a member in a reply; a constant where there is no column.
  func text(_ role: Role) -> String {
    key(role).map { text(role, $0) } ?? "''"
  }

  func text(_ role: Role, _ key: String) -> String {
    guard let column = roles[role] else { return "''" }
    return column.isNullable ? "ifNull(toString(\(key)), '')" : "toString(\(key))"
  }

  /// A member in a condition.
  func literal(_ text: String, _ role: Role) -> String {
    if case .fixedText(let length) = roles[role]?.type {
      let missing = max(0, length - text.utf8.count)
      return SQL.literal(text + String(repeating: "\0", count: missing))
    }
    let isNumber = !text.isEmpty && text.utf8.count < 20 && text.allSatisfy(\.isASCIIDigit)
    guard roles[role]?.type.isInteger == true, isNumber else { return SQL.literal(text) }
    return text
  }

  /// The sum of the values as text, in a type that cannot overflow.
  var sum: String {
    guard let column = roles[.value] else { return "''" }
    let name = SQL.name(column.name)
    let sum =
      switch column.type {
      case .integer(bits: 64): "sum(toDecimal128(\(name), 0))"
      case .float: "sum(toFloat64(\(name)))"
      default: "sum(\(name))"
      }
    return column.isNullable ? "ifNull(toString(\(sum)), '')" : "toString(\(sum))"
  }

  /// The sum once more in floating point, for types whose sums could overflow unseen.
  var guardingSum: String {
    guard let column = roles[.value], !column.isNullable else { return "''" }
    switch column.type {
    case .integer(let bits) where bits > 64: break
    case .decimal(let precision, _) where precision > 18: break
    default: return "''"
    }
    return "toString(sum(toFloat64(\(SQL.name(column.name)))))"
  }

  /// Decimal places of exact sums; nil for floating point.
  var scale: Int? {
    switch roles[.value]?.type {
    case .decimal(_, let scale): scale
    case .float: nil
    default: 0
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
