import Catalogue
import Periods

/// What is known about values before they are computed: the static type of an expression.
package struct Kind: Hashable, Sendable {
  /// Nil for a plain number, which takes the unit of what it is compared with.
  package var unit: Unit?
  package var frequency: Frequency
  package var nature: Nature
  /// True for balances: they cross zero, and growth has no meaning there.
  package var isSigned = false
  /// True for one number, false for a series.
  package var isScalar = false
  /// True for a number with a scale and no unit, `100 bn`: it takes the unit of the money beside it.
  package var isAmount = false
  /// Months between a value of growth and its base; nil where it is no growth.
  package var horizon: Int?
  /// The grouping dimensions: a column for each member.
  package var dimensions: [String] = []

  package enum Nature: Hashable, Sendable {
    /// An amount over a period: periods add up.
    case flow
    /// An amount at a moment, an index, a share, a rate: periods do not add up.
    case level
    /// A rate of growth.
    case growth
    case truth
  }

  package init(_ unit: Unit?, _ frequency: Frequency, _ nature: Nature) {
    self.unit = unit
    self.frequency = frequency
    self.nature = nature
  }

  package func with(unit: Unit?, nature: Nature) -> Kind {
    var copy = self
    copy.unit = unit
    copy.nature = nature
    return copy
  }
}

extension Kind {
  /// The kind in words, for the end of a line at the prompt: `series · USD · monthly`.
  package var words: String {
    let shape = nature == .truth ? "condition" : !dimensions.isEmpty ? "table" : "series"
    var parts = [isScalar && dimensions.isEmpty && nature != .truth ? "number" : shape]
    if nature != .truth, let unit { parts.append(unit.label) }
    if !isScalar { parts.append(frequency.label) }
    return parts.joined(separator: " · ")
  }
}

extension Unit {
  /// The unit as it is written beside numbers.
  package var label: String {
    switch self {
    case .money(let currency): currency.rawValue
    case .quantity(let name): name
    case .price(let currency, let name): "\(currency.rawValue) per \(name)"
    case .percent: "%"
    case .percentagePoints: "pp"
    case .index(let base): base.isEmpty ? "index" : "index, \(base)"
    case .ratio: "ratio"
    case .count: "count"
    case .rate(let name): name
    case .truth: "true or false"
    }
  }

  /// The word for it in messages: `money`, `a percentage`.
  package var noun: String {
    switch self {
    case .money: "money"
    case .quantity: "a quantity"
    case .price: "a price"
    case .percent: "a percentage"
    case .percentagePoints: "percentage points"
    case .index: "an index"
    case .ratio: "a ratio"
    case .count: "a count"
    case .rate: "an exchange rate"
    case .truth: "a condition"
    }
  }

  package var currency: Currency? {
    if case .money(let currency) = self { currency } else { nil }
  }
}
