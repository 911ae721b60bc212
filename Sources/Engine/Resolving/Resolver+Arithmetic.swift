import Catalogue
import Guidance
import Language
import Periods

// Units: what may be added, compared and divided, and what comes of it.
extension Resolver {
  func arithmetic(
    _ sign: Expression.Arithmetic,
    _ leftSide: Expression,
    _ rightSide: Expression,
    _ location: Location,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    let left = try plan(leftSide, scope)
    let right = try plan(rightSide, scope)
    guard left.kind.nature != .truth, right.kind.nature != .truth else {
      throw noArithmetic(at: location.span)
    }
    let operation = Operation(sign: sign, left: leftSide, right: rightSide, location: location)
    var kind = try joined(left.kind, right.kind, operation)
    (kind.unit, kind.nature) = try operation.result(left.kind, right.kind)
    kind.isSigned = kind.isSigned || sign == .minus
    return Plan(.arithmetic(sign, left, right), kind)
  }

  func noArithmetic(at span: SourceSpan) -> Diagnostic {
    Diagnostic("unit-mismatch", "a condition is true or false: it does not add up", at: span)
  }

  /// The kind of two sides together, as far as periods and members go.
  func joined(_ left: Kind, _ right: Kind, _ operation: Operation) throws(Diagnostic) -> Kind {
    var kind = left.isScalar ? right : left
    kind.isScalar = left.isScalar && right.isScalar
    kind.isSigned = left.isSigned || right.isSigned
    kind.dimensions = left.dimensions.isEmpty ? right.dimensions : left.dimensions
    guard !left.isScalar, !right.isScalar, left.frequency != right.frequency else { return kind }
    let coarser = left.frequency.step > right.frequency.step ? left.frequency : right.frequency
    let word = coarser.grain?.rawValue ?? "year"
    throw Diagnostic(
      "frequency-mismatch",
      "the left side is \(left.frequency.label), the right side \(right.frequency.label)",
      at: operation.location.span,
      fix: Fix(
        "group both: `by \(word)`",
        replacing: SourceSpan(operation.span.end, operation.span.end),
        with: " by \(word)"
      )
    )
  }
}

/// Two operands and their sign, for typing and for messages.
struct Operation: Sendable {
  var sign: Expression.Arithmetic
  var left: Expression
  var right: Expression
  var location: Location

  var span: SourceSpan { left.span.joined(right.span) }

  /// The unit and nature of the result.
  func result(_ left: Kind, _ right: Kind) throws(Diagnostic) -> (Unit?, Kind.Nature) {
    switch sign {
    case .plus, .minus: return try sum(left, right)
    case .times: return product(left, right)
    case .divide: return try quotient(left, right)
    case .power:
      guard right.unit == nil || right.unit == .ratio else {
        throw mismatch("raise", left, right)
      }
      return (left.unit == nil ? nil : .ratio, .level)
    }
  }

  private func sum(_ left: Kind, _ right: Kind) throws(Diagnostic) -> (Unit?, Kind.Nature) {
    let nature: Kind.Nature = left.nature == right.nature ? left.nature : .level
    switch (left.unit, right.unit) {
    case (nil, nil): return (nil, .level)
    // 1 + 5 % is the factor 1.05.
    case (nil, .percent): return (.ratio, .level)
    case (nil, .money) where left.isAmount: return (right.unit, right.nature)
    case (.money, nil) where right.isAmount: return (left.unit, left.nature)
    case (nil, let unit), (let unit, nil):
      if unit == .ratio || unit?.isIndex == true { return (unit, .level) }
      throw mismatch(sign == .plus ? "add" : "subtract", left, right)
    case (.percent, .percent):
      return sign == .minus ? (.percentagePoints, .level) : (.percent, nature)
    case (.percent, .percentagePoints), (.percentagePoints, .percent): return (.percent, .level)
    case (.money(let first), .money(let second)) where first != second:
      throw currencyMismatch(first, second)
    case (let first?, let second?):
      guard first == second || (first.isIndex && second.isIndex) else {
        throw mismatch(sign == .plus ? "add" : "subtract", left, right)
      }
      return (first, nature)
    }
  }

  private func product(_ left: Kind, _ right: Kind) -> (Unit?, Kind.Nature) {
    switch (left.unit, right.unit) {
    case (nil, nil): (nil, .level)
    case (let unit?, nil), (let unit?, .ratio?), (let unit?, .percent?): (unit, left.nature)
    case (nil, let unit?), (.ratio?, let unit?), (.percent?, let unit?): (unit, right.nature)
    case (.price(let currency, let unit)?, .quantity(let own)?) where unit == own:
      (.money(currency), right.nature)
    case (.quantity(let own)?, .price(let currency, let unit)?) where unit == own:
      (.money(currency), left.nature)
    default: (.ratio, .level)
    }
  }

  private func quotient(_ left: Kind, _ right: Kind) throws(Diagnostic) -> (Unit?, Kind.Nature) {
    switch (left.unit, right.unit) {
    case (nil, nil): return (nil, .level)
    case (let unit?, nil), (let unit?, .ratio?): return (unit, left.nature)
    case (let unit?, .percent?) where unit != .percent: return (unit, left.nature)
    case (.money(let first)?, .money(let second)?) where first != second:
      throw currencyMismatch(first, second)
    case (.money?, .index?), (.price?, .index?): return (left.unit, .level)
    case (.money(let currency)?, .quantity(let unit)?):
      return (.price(currency, per: unit), .level)
    case (.money(let own)?, .price(let currency, let unit)?) where currency == own:
      return (.quantity(unit), left.nature)
    case (let first?, let second?) where first == second: return (.ratio, .level)
    default: return (.ratio, .level)
    }
  }

  // MARK: Mismatch

  private func currencyMismatch(_ first: Currency, _ second: Currency) -> Diagnostic {
    Diagnostic(
      "currency-mismatch",
      "one side is in \(first.rawValue), the other in \(second.rawValue)",
      at: location.span,
      fix: sameCurrency.map { text in
        Fix("take both in one currency: `\(text)`", replacing: span, with: text)
      }
    )
  }

  /// Both sides in the currency that the first of them names, if it is a phrase that says it.
  private var sameCurrency: String? {
    guard let named = (left.phrases + right.phrases).lazy.compactMap(\.qualifiers.conversion).first
    else { return nil }
    var (left, right) = (left, right)
    left.mapPhrases { phrase, _ in phrase.qualifiers.conversion = nil }
    right.mapPhrases { phrase, isLast in phrase.qualifiers.conversion = isLast ? named : nil }
    return "\(left) \(sign.rawValue) \(right)"
  }

  private func mismatch(_ verb: String, _ left: Kind, _ right: Kind) -> Diagnostic {
    let (first, second) = (left.unit?.noun ?? "a number", right.unit?.noun ?? "a number")
    let message =
      switch verb {
      case "subtract": "I cannot subtract \(second) from \(first)"
      case "add": "I cannot add \(second) to \(first)"
      default: "I cannot raise \(first) to the power of \(second)"
      }
    return Diagnostic(
      "unit-mismatch",
      message,
      at: left.unit == nil && right.unit != nil ? self.left.span : self.right.span,
      fix: mismatchFix(right)
    )
  }

  private func mismatchFix(_ right: Kind) -> Fix? {
    if case .phrase(var phrase) = self.right, !phrase.transforms.isEmpty, right.nature == .growth {
      let words = phrase.transforms.map(\.description).joined(separator: " ")
      phrase.transforms = []
      let text = "(\(left) \(sign.rawValue) \(phrase)) \(words)"
      return Fix(
        "a transform binds only to the phrase on its left: did you mean `\(text)`?",
        replacing: span,
        with: text
      )
    }
    if case .phrase(let phrase) = self.right, case .quantity(let quantity) = phrase.head,
      quantity.unit == .percent
    {
      let text = "\(left) * (1 \(sign.rawValue) \(quantity))"
      return Fix(
        "to change a value by a percentage write `\(text)`",
        replacing: span,
        with: text
      )
    }
    return nil
  }
}

extension Unit {
  var isIndex: Bool {
    if case .index = self { true } else { false }
  }
}

extension Expression {
  /// The part of the input that the expression was read from.
  package var span: SourceSpan {
    phrases.dropFirst().reduce(phrases.first?.span ?? SourceSpan(0, 0)) { $0.joined($1.span) }
  }
}
