import Catalogue
import Engine
import Language
import Periods
import Reports

/// What a computation or a typed answer comes to.
package enum Finding: Sendable {
  case number(Measured)
  case period(Period)
  /// Names in order: one for a partner, several for a ranking.
  case names([String])
  case truth(Bool)
  case figures(Figures)
  case text(String)

  /// The finding as it is shown: `1,180.1 USD bn`, `Nov 2025`, `ASEAN, US, EU`.
  package var shown: String {
    switch self {
    case .number(let number): number.shown
    case .period(let period): period.label
    case .names(let names): names.joined(separator: ", ")
    case .truth(let truth): truth ? "true" : "false"
    case .figures(let figures): figures.shown
    case .text(let text): text
    }
  }
}

/// A number with its unit.
package struct Measured: Hashable, Sendable {
  package var value: Double
  package var unit: Unit
  /// True for growth and differences, which are written with their sign.
  package var isChange: Bool

  package init(_ value: Double, _ unit: Unit, isChange: Bool = false) {
    self.value = value
    self.unit = unit
    self.isChange = isChange
  }

  package var format: NumberFormat {
    NumberFormat(unit, largest: value.magnitude, isChange: isChange)
  }

  package var shown: String {
    let format = format
    let text = format.text(value)
    if !format.suffix.isEmpty { return text + format.suffix }
    return format.unitLabel.isEmpty || unit == .ratio || unit == .count
      ? text : "\(text) \(format.unitLabel)"
  }

  /// Half a unit of the last digit that is shown.
  package var rounding: Double {
    let format = format
    return 0.5 * powerOfTen(format.exponent - format.decimals)
  }

  /// True where both are shown by the same digits, to within their rounding.
  package func matches(_ other: Measured, within tolerance: Double = 0) -> Bool {
    guard let other = other.converted(to: unit) else { return false }
    let slack = 1e-9 * max(value.magnitude, other.value.magnitude)
    return (value - other.value).magnitude <= rounding + tolerance + slack
  }

  /// The number in another unit of the same kind: a ratio is a percentage by another name.
  package func converted(to unit: Unit) -> Measured? {
    switch (self.unit, unit) {
    case let (own, wanted) where own == wanted: self
    case (.ratio, .percent): Measured(value * 100, .percent, isChange: isChange)
    case (.percent, .ratio): Measured(value / 100, .ratio, isChange: isChange)
    case (.index, .index), (.rate, .rate): Measured(value, unit, isChange: isChange)
    default: nil
    }
  }
}

/// The numbers of a series or a table by their labels.
package struct Figures: Sendable {
  package var rows: [(label: String, value: Measured?)]

  package var shown: String {
    let shown = rows.prefix(4).map { "\($0.label) \($0.value?.shown ?? "·")" }
    return shown.joined(separator: ", ") + (rows.count > shown.count ? " …" : "")
  }

  /// True for the same labels with the same values, in any order.
  package func matches(_ other: Figures) -> Bool {
    guard rows.count == other.rows.count else { return false }
    let others = Dictionary(other.rows.map { ($0.label, $0.value) }) { first, _ in first }
    return rows.allSatisfy { row in
      guard let value = others[row.label] else { return false }
      guard let own = row.value, let value else { return row.value == nil && value == nil }
      return own.matches(value)
    }
  }
}

/// Ten to a whole power, exact where it can be.
func powerOfTen(_ exponent: Int) -> Double {
  var power = 1.0
  for _ in 0..<exponent.magnitude { power *= 10 }
  return exponent < 0 ? 1 / power : power
}
