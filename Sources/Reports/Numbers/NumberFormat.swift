import Catalogue
import Engine

/// How the numbers of one unit are written throughout an answer: scale, decimals and sign.
///
/// There is one fixed style for all readers: thousands by comma, a decimal point, a true minus
/// sign. What is printed can be typed back into a query.
package struct NumberFormat: Equatable, Sendable {
  /// The power of ten that the scale word stands for.
  package var exponent: Int

  package var decimals: Int

  /// The name of the unit with its scale: `USD bn`, `%`; empty for pure truth.
  package var unitLabel: String

  /// What stands directly behind a number that has its unit with it: ` %`; money has none.
  package var suffix: String

  /// True where numbers above zero carry a plus sign.
  package var showsPlus: Bool

  private var isTruth: Bool

  /// The format of numbers in a unit of which `largest` is the greatest magnitude.
  package init(_ unit: Unit, largest: Double, isChange: Bool = false) {
    exponent = 0
    decimals = 1
    suffix = ""
    showsPlus = isChange
    isTruth = unit == .truth
    unitLabel = unit.label
    switch unit {
    case .money(let currency):
      setScale(largest, base: currency.rawValue)
    case .quantity(let name):
      setScale(largest, base: name, isPhysical: true)
    case .price: decimals = largest >= 10_000 ? 0 : 2
    case .percent: suffix = " %"
    case .percentagePoints:
      suffix = " pp"
      showsPlus = true
    case .index: break
    case .ratio: decimals = 3
    case .count: decimals = 0
    case .rate: decimals = 4
    case .truth: decimals = 0
    }
  }

  /// Billions from a billion, millions from a million, else the unit itself.
  private mutating func setScale(_ largest: Double, base: String, isPhysical: Bool = false) {
    if largest >= 1e9, !isPhysical {
      exponent = 9
      unitLabel = "\(base) bn"
    } else if largest >= 1e6 {
      exponent = 6
      unitLabel = isPhysical ? "mn \(base)" : "\(base) mn"
    } else {
      decimals = largest >= 100 || largest == 0 ? 0 : 2
    }
  }

  /// The format for all of the cells together.
  package init(_ unit: Unit, cells: some Sequence<Cell>, isChange: Bool = false) {
    var largest = 0.0
    for cell in cells {
      guard let number = cell.number, number.isFinite else { continue }
      largest = max(largest, number.magnitude)
    }
    self.init(unit, largest: largest, isChange: isChange)
  }

  /// The number without its unit: `1,075.9`, `−28.6`.
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return "n.m." }
    guard !isTruth else { return value == 0 ? "false" : "true" }
    let rounded = DecimalDigits(value).trusted.scaled(down: exponent).rounded(places: decimals)
    var text = grouped(rounded.whole)
    if decimals > 0 { text += "." + rounded.fraction(places: decimals) }
    if rounded.isNegative { return "−" + text }
    return showsPlus && !rounded.digits.isEmpty ? "+" + text : text
  }

  /// The cell without its unit: a number, `·` where there is none, `n.m.` where it has no meaning.
  package func text(_ cell: Cell) -> String {
    switch cell.state {
    case .ok, .derived, .provisional: text(cell.value)
    case .missing: "·"
    case .notMeaningful: "n.m."
    }
  }

  /// The cell as it stands alone: with the sign of its unit where it has one.
  package func textWithUnit(_ cell: Cell) -> String {
    cell.hasValue && cell.value.isFinite ? text(cell) + suffix : text(cell)
  }

  private func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var result = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.utf8.count - i) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}

extension Unit {
  /// The name in the reading line, before any scale.
  var label: String {
    switch self {
    case .money(let currency): currency.rawValue
    case .quantity(let name): name
    case .price(let currency, let name): "\(currency.rawValue) per \(name)"
    case .percent: "%"
    case .percentagePoints: "pp"
    case .index(let base): base.isEmpty ? "index" : "index \(base)"
    case .ratio: "ratio"
    case .count: "count"
    case .rate(let name): name
    case .truth: ""
    }
  }
}
