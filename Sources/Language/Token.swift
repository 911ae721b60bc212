import Guidance
import Periods

/// A piece of input with its meaning as far as the lexer knows it.
package struct Token: Equatable, Sendable {
  package var kind: Kind
  /// The text as typed.
  package var text: String
  package var span: SourceSpan

  package enum Kind: Equatable, Sendable {
    /// A word with what it may mean; both are empty for a word nobody knows.
    case word(keyword: Keyword?, terms: [Term])
    case quantity(Quantity)
    case period(PeriodLiteral)
    case span(Span)
    /// `3m/3m`.
    case spanOverSpan(Span, Span)
    case string(String)
    case symbol(Symbol)
    /// Something that is no token, and what to say about it.
    case invalid(Diagnostic)
    case end
  }
}

/// The signs of the language; the raw value is the canonical spelling.
package enum Symbol: String, CaseIterable, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case power = "^"
  case open = "("
  case close = ")"
  case comma = ","
  case range = ".."
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case about = "≈"
  case tolerance = "±"
  case percent = "%"
  case hole = "?"
}

/// A period as written: one unit of time, or a day.
package enum PeriodLiteral: Hashable, Sendable {
  case period(Period)
  case day(Day)
}

/// A length of time in whole units: `3m`, `5y`.
package struct Span: Hashable, Sendable {
  package var count: Int
  package var grain: Grain

  package init(_ count: Int, _ grain: Grain) {
    self.count = count
    self.grain = grain
  }

  package var months: Int { count * grain.months }
}

/// A number with its scale and unit as written: `1.18 trillion`, `$3.5bn`, `5%`, `0.1 pp`.
package struct Quantity: Hashable, Sendable {
  /// The number before the scale.
  package var mantissa: Double
  package var scale: Scale?
  package var unit: Unit?

  package enum Unit: Hashable, Sendable {
    case percent
    case points
    case currency(String)
    case physical(String)
  }

  package enum Scale: String, CaseIterable, Hashable, Sendable {
    case thousand
    case million = "mn"
    case billion = "bn"
    case trillion

    package var factor: Double {
      switch self {
      case .thousand: 1e3
      case .million: 1e6
      case .billion: 1e9
      case .trillion: 1e12
      }
    }
  }

  package init(_ mantissa: Double, scale: Scale? = nil, unit: Unit? = nil) {
    self.mantissa = mantissa
    self.scale = scale
    self.unit = unit
  }

  package var value: Double { mantissa * (scale?.factor ?? 1) }

  /// A plain whole number, such as the 12 of `lag 12`.
  package var wholeNumber: Int? {
    guard scale == nil, unit == nil else { return nil }
    return Int(exactly: mantissa)
  }
}
