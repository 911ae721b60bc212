/// What a figure is measured in.
///
/// Values are stored and computed in the unit itself (dollars, tonnes, percent), never in thousands
/// or billions: scale is a matter of printing.
package enum Unit: Hashable, Sendable {
  case money(Currency)
  /// A physical amount, named by its unit: `t`.
  case quantity(String)
  /// Money for one unit of a quantity: the unit value of `USD per t`.
  case price(Currency, per: String)
  /// A percentage: 5.9 means 5.9 %.
  case percent
  /// A difference of percentages.
  case percentagePoints
  /// An index number; the base is named where there is one, such as `2019 = 100`.
  case index(String)
  /// A pure number: one amount over another, a correlation, a concentration.
  case ratio
  case count
  /// An exchange rate, named as it is quoted: `CNY per USD`.
  case rate(String)
  case truth
}

/// A currency by its ISO 4217 code.
package struct Currency: RawRepresentable, Hashable, Sendable {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  package static let usd = Currency(rawValue: "USD")
  package static let cny = Currency(rawValue: "CNY")
}
