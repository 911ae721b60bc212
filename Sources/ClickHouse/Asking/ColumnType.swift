/// The type of a column, as far as it matters for asking.
enum ColumnType: Equatable, Sendable {
  case text
  /// Texts of so many bytes, filled up with zeros.
  case fixedText(Int)
  case integer(bits: Int)
  case decimal(precision: Int, scale: Int)
  case float
  case date
  case other

  /// Reads `UInt32`, `Nullable(Decimal(18, 2))`, `LowCardinality(String)`.
  init(_ text: String) {
    let parts = text.split(separator: "(", maxSplits: 1)
    let name = parts.first.map(String.init) ?? ""
    let inside = parts.count == 2 ? String(parts[1].dropLast()) : ""
    let numbers = inside.split { !$0.isNumber }.compactMap { Int($0) }
    switch name {
    case "Nullable", "LowCardinality": self = ColumnType(inside)
    case "String", "Enum8", "Enum16", "UUID": self = .text
    case "FixedString": self = .fixedText(numbers.first ?? 0)
    case "Float32", "Float64": self = .float
    case "Date", "Date32", "DateTime", "DateTime64": self = .date
    case "Decimal" where numbers.count == 2:
      self = .decimal(precision: numbers[0], scale: numbers[1])
    case "Decimal32" where numbers.count == 1: self = .decimal(precision: 9, scale: numbers[0])
    case "Decimal64" where numbers.count == 1: self = .decimal(precision: 18, scale: numbers[0])
    case "Decimal128" where numbers.count == 1: self = .decimal(precision: 38, scale: numbers[0])
    default:
      let bits = name.drop { !$0.isNumber }
      let isInteger = ["Int", "UInt"].contains(name.prefix { !$0.isNumber })
      if isInteger, let bits = Int(bits) { self = .integer(bits: bits) } else { self = .other }
    }
  }

  var isInteger: Bool { if case .integer = self { true } else { false } }

  /// Whether values of the type add up.
  var isAmount: Bool {
    switch self {
    case .integer, .decimal, .float: true
    default: false
    }
  }
}
