import Catalogue

/// The numbers of one formula: all at one scale, with decimals enough to follow the arithmetic.
struct FormulaFigures: Sendable {
  private let unit: Unit
  private let divisor: Double
  private let decimals: Int

  /// How closely the numbers are written.
  enum Precision {
    /// So that products and quotients can be followed: four digits.
    case arithmetic
    /// So that they can be read: one decimal.
    case reading
  }

  init(_ values: [Double], _ unit: Unit, _ precision: Precision = .arithmetic) {
    self.unit = unit
    let sizes = values.map(abs).filter { $0 > 0 }
    let largest = sizes.max() ?? 0
    divisor =
      switch unit {
      case .money: largest >= 1e8 ? 1e9 : largest >= 1e5 ? 1e6 : 1
      default: 1
      }
    let scaled = sizes.map { [divisor] in $0 / divisor }
    let full = FormulaFigures.decimals(scaled, unit)
    decimals = precision == .reading && unit.currency != nil ? min(full, 1) : full
  }

  /// `330.0`, without the unit.
  func number(_ value: Double, signed: Bool = false) -> String {
    Phrasing.decimals(value / divisor, decimals, signed: signed)
  }

  /// `330.0 bn`, `+5.8 %`.
  func amount(_ value: Double, signed: Bool = false) -> String {
    number(value, signed: signed) + suffix
  }

  var suffix: String {
    switch unit {
    case .money: divisor == 1e9 ? " bn" : divisor == 1e6 ? " mn" : ""
    case .percent: " %"
    case .percentagePoints: " pp"
    case .quantity(let name): " \(name)"
    case .price: " \(unit.label)"
    default: ""
    }
  }

  /// `356.6 + 299.8 − 12.0`.
  func sum(_ values: [Double]) -> String {
    var text = values.first.map { number($0) } ?? ""
    for value in values.dropFirst() {
      text += value < 0 ? " − \(number(-value))" : " + \(number(value))"
    }
    return text
  }

  /// `330.0 − 218.3`; what is below zero stands in parentheses.
  func difference(_ left: Double, _ right: Double) -> String {
    "\(number(left)) − \(operand(right))"
  }

  /// The number as a part of a product or quotient.
  func operand(_ value: Double) -> String { value < 0 ? "(\(number(value)))" : number(value) }

  /// True where the printed parts do not add up to the printed total.
  func hidesRounding(_ values: [Double], total: Double) -> Bool {
    let factor = power(10, Double(decimals)) / divisor
    let parts = values.reduce(0) { $0 + ($1 * factor).rounded() }
    return abs(parts - (total * factor).rounded()) > 0.5
  }

  private static func decimals(_ sizes: [Double], _ unit: Unit) -> Int {
    switch unit {
    case .money, .quantity, .price, .index:
      guard let smallest = sizes.min() else { return 1 }
      let cap = smallest >= 100 ? 1 : smallest >= 10 ? 2 : 3
      let needed = (1...3).first { count in
        let factor = power(10, Double(count))
        return sizes.allSatisfy { (($0 * factor).rounded() / factor).isNear($0) }
      }
      if case .quantity = unit, needed == nil || smallest >= 100 { return 0 }
      return min(cap, needed ?? cap)
    case .percent, .percentagePoints: return 1
    case .ratio: return 3
    case .rate: return 4
    case .count, .truth: return 0
    }
  }
}
