import Guidance
import Periods

// Numbers, quantities and spans. A bare whole number from 1900 to 2099 is a year.
extension Lexer {
  mutating func number() -> Token.Kind {
    if let period = period() ?? span() { return period }
    return quantity(currency: nil)
  }

  /// An amount after a currency sign: `$3.5bn`.
  mutating func money(in currency: String) -> Token.Kind {
    let start = at
    at += 1
    guard peek()?.isASCIIDigit == true else {
      return .invalid(
        Diagnostic(
          "stray-character",
          "'\(text(start, at))' needs an amount behind it, such as `\(text(start, at))3.5 bn`",
          at: span(start, at)
        )
      )
    }
    return quantity(currency: currency)
  }

  private mutating func quantity(currency: String?) -> Token.Kind {
    let mantissa = mantissa()
    var quantity = Quantity(mantissa, unit: currency.map(Quantity.Unit.currency))
    if let (end, factor, scale) = scaleWord() {
      at = end
      quantity.mantissa *= factor
      quantity.scale = scale
    }
    if quantity.unit == nil, let (end, unit) = unitWord() {
      at = end
      quantity.unit = unit
    }
    return .quantity(quantity)
  }

  /// Digits with optional groups of three behind commas and an optional decimal part.
  private mutating func mantissa() -> Double {
    var digits = ""
    func group(at position: Int) -> Bool {
      position < characters.count && characters[position] == ","
        && end(from: position + 1, while: \.isASCIIDigit) == position + 4
    }
    let firstEnd = end(from: at, while: \.isASCIIDigit)
    digits += text(at, firstEnd)
    at = firstEnd
    while digits.count <= 18, group(at: at) {
      digits += text(at + 1, at + 4)
      at += 4
    }
    if peek() == ".", peek(1)?.isASCIIDigit == true {
      let fractionEnd = end(from: at + 1, while: \.isASCIIDigit)
      digits += text(at, fractionEnd)
      at = fractionEnd
    }
    return Double(digits) ?? 0
  }

  /// A scale behind a number, with the position where it ends: `bn`, `trillion`, `亿`.
  private func scaleWord() -> (end: Int, factor: Double, scale: Quantity.Scale)? {
    let start = end(from: at, while: { $0 == " " })
    let wordEnd = end(from: start, while: \.isWordLetter)
    guard let (factor, scale) = Lexer.scales[text(start, wordEnd).lowercased()] else { return nil }
    return (wordEnd, factor, scale)
  }

  /// A unit behind a number, with the position where it ends: `%`, `pp`, `CNY`, `t`.
  private func unitWord() -> (end: Int, unit: Quantity.Unit)? {
    let start = end(from: at, while: { $0 == " " })
    guard start < characters.count else { return nil }
    if characters[start] == "%" { return (start + 1, .percent) }
    let wordEnd = end(from: start, while: \.isWordCharacter)
    let word = text(start, wordEnd).lowercased()
    switch word {
    case "percent": return (wordEnd, .percent)
    case "pp", "points": return (wordEnd, .points)
    default: break
    }
    for term in vocabulary.terms(for: word) {
      switch term.kind {
      case .currency: return (wordEnd, .currency(term.name))
      case .unit: return (wordEnd, .physical(term.name))
      default: continue
      }
    }
    return nil
  }

  /// `3m`, `4q`, `5y`, `3mma`, `12msum`, `3m/3m`; the letters behind the grain are left to the
  /// next token.
  private mutating func span() -> Token.Kind? {
    guard let first = spanLiteral(at: at) else { return nil }
    if first.end < characters.count, characters[first.end] == "/",
      let second = spanLiteral(at: first.end + 1), isBoundary(second.end)
    {
      at = second.end
      return .spanOverSpan(first.span, second.span)
    }
    let suffix = text(first.end, end(from: first.end, while: \.isWordCharacter)).lowercased()
    guard suffix.isEmpty || suffix == "ma" || suffix == "sum" else { return nil }
    let start = at
    at = first.end
    if suffix.isEmpty, let (end, unit) = unitWord(), case .currency(let code) = unit {
      at = end
      return .invalid(ambiguousScale(of: first.span, currency: code, from: start))
    }
    return .span(first.span)
  }

  private func spanLiteral(at start: Int) -> (end: Int, span: Span)? {
    let digitsEnd = end(from: start, while: \.isASCIIDigit)
    guard digitsEnd > start, digitsEnd - start <= 4, digitsEnd < characters.count,
      let count = Int(text(start, digitsEnd)), count > 0,
      let grain = Lexer.spanGrains[characters[digitsEnd]]
    else { return nil }
    return (digitsEnd + 1, Span(count, grain))
  }

  private func ambiguousScale(of span: Span, currency: String, from start: Int) -> Diagnostic {
    let typed = text(start, at)
    return Diagnostic(
      "ambiguous-scale",
      "in '\(typed)' the letter behind \(span.count) could be a length of time or a scale",
      at: self.span(start, at),
      notes: ["a length of time: `\(span.count)\(span.grain.rawValue.prefix(1))`"],
      fix: Fix(
        "for money write `\(span.count) mn \(currency)`",
        replacing: self.span(start, at),
        with: "\(span.count) mn \(currency)"
      )
    )
  }

  func isBoundary(_ position: Int) -> Bool {
    position >= characters.count || !characters[position].isWordCharacter
  }

  private static let spanGrains: [Character: Grain] = [
    "m": .month, "M": .month, "q": .quarter, "Q": .quarter, "h": .half, "H": .half,
    "y": .year, "Y": .year,
  ]

  private static let scales: [String: (Double, Quantity.Scale)] = [
    "k": (1, .thousand), "thousand": (1, .thousand), "mn": (1, .million), "mln": (1, .million),
    "million": (1, .million), "bn": (1, .billion), "bln": (1, .billion), "billion": (1, .billion),
    "tn": (1, .trillion), "trn": (1, .trillion), "trillion": (1, .trillion),
    "万": (10, .thousand), "亿": (100, .million), "万亿": (1, .trillion),
  ]
}
