import Catalogue
import Engine
import Language
import Periods
import Reports

/// A typed number in the unit of the right answer, with half a unit of its last digit.
struct TypedReading: Equatable {
  var value: Double
  var half: Double

  func matches(_ other: Double, within tolerance: Double = 0) -> Bool {
    let slack = 1e-9 * max(value.magnitude, other.magnitude)
    return (value - other).magnitude <= half + tolerance + slack
  }
}

extension TypedNumber {
  /// The number in the unit of another; nil where it was typed in a unit that does not fit.
  ///
  /// Without a unit it is meant as the answer is shown: 1,189 is 1,189 USD bn, 5.4 is 5.4 %.
  func reading(in right: Measured) -> TypedReading? {
    let factor: Double
    switch (right.unit, unit) {
    case (.money(let currency), .currency(let code)?):
      guard currency.rawValue == code else { return nil }
      factor = scale ?? 1
    case (.money, nil), (.quantity, nil): factor = scale ?? powerOfTen(right.format.exponent)
    case (.price(let currency, _), .currency(let code)?):
      guard currency.rawValue == code else { return nil }
      factor = scale ?? 1
    case (.quantity("t"), .tonnes?): factor = scale ?? 1
    case (.percent, .percent?), (.percent, nil), (.percentagePoints, .points?),
      (.percentagePoints, nil), (.index, nil), (.count, nil), (.rate, nil), (.ratio, nil),
      (.price, nil), (.ratio, .times?):
      factor = scale ?? 1
    case (.ratio, .percent?): factor = 0.01
    default: return nil
    }
    return TypedReading(
      value: mantissa * factor,
      half: 0.5 * powerOfTen(-decimals) * factor
    )
  }
}

extension Given {
  /// The query of the answer; nil where it was typed plainly.
  var query: Query? {
    if case .computed(let computation, _) = self { computation.query } else { nil }
  }

  /// The answer with `_` and names alone written out as what they stand for.
  func spelledOut(on bench: Workbench) -> Given {
    guard case .computed(var computation, let finding) = self,
      case .query(let query) = computation.form
    else { return self }
    computation.form = .query(query.spelledOut(on: bench))
    return .computed(computation, finding)
  }

  /// The number of the answer; nil where it is none.
  var number: Measured? {
    if case .computed(_, .number(let number)) = self { number } else { nil }
  }

  /// True where this answer comes to the same as another that was foreseen.
  package func isSame(as other: Given) -> Bool {
    switch (self, other) {
    case (.number(let typed), .computed(_, .number(let number))):
      typed.reading(in: number)?.matches(number.value) ?? false
    case (.number(let typed), .number(let other)):
      typed.mantissa * (typed.scale ?? 1) == other.mantissa * (other.scale ?? 1)
        && typed.unit == other.unit
    case (.computed(_, .number(let number)), .number(let typed)):
      typed.reading(in: number)?.matches(number.value) ?? false
    case (.computed(_, .number(let number)), .computed(_, .number(let other))):
      other.matches(number)
    case (.computed(_, .figures(let figures)), .computed(_, .figures(let other))):
      other.matches(figures)
    default: plainValue.map { $0 == other.plainValue } ?? false
    }
  }

  /// A period, names or a truth, however it was given.
  private var plainValue: String? {
    switch self {
    case .period(let period), .computed(_, .period(let period)): period.description
    case .names(let names), .computed(_, .names(let names)): names.joined(separator: ",")
    case .truth(let truth), .computed(_, .truth(let truth)): "\(truth)"
    default: nil
    }
  }
}

extension TypedNumber {
  /// The number as an amount by which another may differ: percentages differ by points.
  package func amount(beside right: Measured) -> Double? {
    var copy = self
    if copy.unit == .points, right.unit == .percent { copy.unit = .percent }
    return copy.reading(in: right)?.value
  }
}
