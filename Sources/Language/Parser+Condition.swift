import Guidance
import Periods

extension Parser {
  // Cond ::= AndCond ( "or" AndCond )*
  mutating func condition() throws(Diagnostic) -> Condition {
    var left = try allOf()
    while sees(.or), startsCondition(at: 1) {
      advance()
      left = .either(left, try allOf())
    }
    return left
  }

  // AndCond ::= OneCond ( "and" OneCond )*
  private mutating func allOf() throws(Diagnostic) -> Condition {
    var left = try one()
    while sees(.and), startsCondition(at: 1) {
      advance()
      left = .both(left, try one())
    }
    return left
  }

  /// False where `and` or `or` joins the whole query with another: `… where share > 5% and exports`.
  private func startsCondition(at distance: Int) -> Bool {
    var distance = distance
    while token(ahead: distance).keyword == .not
      || token(ahead: distance).kind == .symbol(.open)
    {
      distance += 1
    }
    let next = token(ahead: distance)
    if next.keyword == .share { return token(ahead: distance + 1).keyword != .of }
    if ["rank", "value"].contains(next.text.lowercased()) || next.isUnknownWord { return true }
    return next.terms.contains { $0.isConditionKey }
  }

  // OneCond ::= "not" OneCond | "(" Cond ")" | Key CmpOp Value | Key "in" "(" Value ( "," Value )* ")"
  private mutating func one() throws(Diagnostic) -> Condition {
    if take(.not) { return .not(try nested { parser throws(Diagnostic) in try parser.one() }) }
    let open = current.span
    if take(.open) {
      let inner = try nested { parser throws(Diagnostic) in try parser.condition() }
      guard take(.close) else { throw unclosed(open) }
      return inner
    }
    let key = try key()
    if take(.in) {
      let open = current.span
      guard take(.open) else {
        throw failure("needs-list", "`in` takes a list here: `in (asia, europe)`")
      }
      var values = [try value(of: key)]
      while take(.comma) { values.append(try value(of: key)) }
      guard take(.close) else { throw unclosed(open) }
      return .member(key, values)
    }
    let isIs = take(.is)
    guard let relation = isIs ? .equal : relation() else {
      throw failure("needs-comparison", "compare `\(key.name.text)` with what? `> 20%`, `= asia`")
    }
    return .compare(key, relation, try value(of: key))
  }

  // Key ::= Attribute | Transform | "share" | "rank" | "value"
  private mutating func key() throws(Diagnostic) -> Condition.Key {
    expect([.attribute, .transform, .keyword(.share)])
    let start = location
    if take(.share) { return Condition.Key(kind: .share, name: Name("share", at: start)) }
    switch current.text.lowercased() {
    case "rank", "value":
      let kind: Condition.Key.Kind = current.text.lowercased() == "rank" ? .rank : .value
      let name = Name(current.text.lowercased(), at: start)
      advance()
      return Condition.Key(kind: kind, name: name)
    default: break
    }
    if let term = current.terms.first(where: \.isConditionKey) {
      advance()
      let isTransform = if case .transform = term.kind { true } else { false }
      return Condition.Key(
        kind: isTransform ? .transform : .attribute,
        name: Name(term.name, at: start)
      )
    }
    try checkToken()
    let spellings =
      spellings { $0.kind == .attribute || $0.kind == .dimension }
      + ["share", "rank", "value", "yoy"]
    throw failure("unknown-attribute", "I cannot test '\(current.text.shown)' here")
      .suggesting(current.text, from: spellings)
  }

  private mutating func value(of key: Condition.Key) throws(Diagnostic) -> Condition.Value {
    let start = location
    expect(key.kind == .attribute ? .member(key.name.text) : .number)
    if case .symbol(.minus) = current.kind, case .quantity(var quantity) = token(ahead: 1).kind {
      advance()
      advance()
      quantity.mantissa = -quantity.mantissa
      return .quantity(quantity, start)
    }
    switch current.kind {
    case .quantity(let quantity):
      advance()
      return .quantity(quantity, start)
    case .word(_, let terms):
      let name = terms.first { [.place, .product].contains($0.kind) }?.name ?? current.text
      advance()
      return .name(Name(name, at: start))
    case .string(let text):
      advance()
      return .name(Name(text, at: start))
    default:
      try checkToken()
      throw failure("needs-value", "a value belongs here")
    }
  }

  func unclosed(_ open: SourceSpan) -> Diagnostic {
    failure(
      "unclosed-parenthesis",
      "this parenthesis is never closed",
      at: open,
      fix: Fix("add `)`", replacing: SourceSpan(current.span.end, current.span.end), with: ")")
    )
  }
}

extension Term {
  /// True for what a `where` may test.
  fileprivate var isConditionKey: Bool {
    switch kind {
    case .attribute, .dimension, .transform: true
    default: false
    }
  }
}
