import Guidance
import Periods

extension Parser {
  // Transform ::= ( "yoy" | … ) ( "%" | "pp" | "change" )? | "change" Growth? | Span "ma"
  //             | Span "/" Span | "rolling" Span Aggregate | "index" Period ( "=" Number )? | …
  mutating func transform(of phrase: inout Phrase) throws(Diagnostic) -> Bool {
    expect([.transform, .span])
    let start = index
    switch current.kind {
    case .span(let span):
      let call = try transform(after: span, from: start)
      append(call, to: &phrase, from: start)
    case .spanOverSpan(let first, let second):
      advance()
      let name = Name("growth over spans", at: location(from: start))
      append(TransformCall(name, .spans(first, second)), to: &phrase, from: start)
    case .word(_, let terms):
      guard let term = terms.first(where: \.isTransform), case .transform(let shape) = term.kind
      else { return false }
      let name = Name(term.name, at: location)
      advance()
      let call = try transform(name, shape)
      append(call, to: &phrase, from: start)
    default: return false
    }
    return true
  }

  /// True at `log(`: a transform written as a function.
  var startsTransformCall: Bool {
    guard token(ahead: 1).kind == .symbol(.open) else { return false }
    return current.terms.contains { $0.kind == .transform(.plain) }
      && !current.terms.contains { $0.kind == .function || $0.kind == .variable }
  }

  // `log(exports to US)` is `exports to US log`, `log(exports - imports)` is `(exports - imports) log`
  mutating func transformCall() throws(Diagnostic) -> Phrase? {
    guard startsTransformCall,
      let term = current.terms.first(where: { $0.kind == .transform(.plain) })
    else { return nil }
    let name = Name(term.name, at: location)
    let start = index
    advance()
    let inner = try parenthesis()
    var phrase = Phrase(.group(inner), at: location(from: start))
    if case .phrase(let own) = inner, !own.head.takesSuffixesItself, !own.isLiteral { phrase = own }
    phrase.transforms.append(TransformCall(name))
    return phrase
  }

  private func append(_ call: TransformCall, to phrase: inout Phrase, from start: Int) {
    var call = call
    call.location = location(from: start)
    phrase.transforms.append(call)
    phrase.joinChange()
  }

  /// `3mma`, `5y cagr`, `12msum`.
  private mutating func transform(
    after span: Span,
    from start: Int
  ) throws(Diagnostic) -> TransformCall {
    advance()
    expect(.transform)
    if let term = current.terms.first(where: \.isTransform), case .transform(let shape) = term.kind,
      shape == .average || shape == .range
    {
      advance()
      return TransformCall(Name(term.name, at: location(from: start)), .span(span))
    }
    if let aggregate = aggregateName() {
      return TransformCall(
        Name("rolling", at: location(from: start)),
        .rolling(span, aggregate: aggregate)
      )
    }
    throw failure(
      "needs-transform",
      "`\(span)` of what? `\(span)ma` is a moving average, `\(span) cagr` compound growth",
      at: location(from: start).span
    )
  }

  private mutating func aggregateName() -> Name? {
    name(.aggregate) { $0 == .aggregate }
  }

  private mutating func transform(
    _ name: Name,
    _ shape: TransformShape
  ) throws(Diagnostic) -> TransformCall {
    switch shape {
    case .plain: return TransformCall(name)
    case .growth: return growth(name)
    case .average:
      throw failure("needs-span", "a moving average needs its length: `3mma`", at: name.span)
    case .step: return step(name)
    case .base: return try base(name)
    case .range: return try range(name)
    case .rolling: return try rolling(name)
    case .spanOverSpan: return TransformCall(name)
    case .horizon:
      expect(.span)
      guard case .span(let span) = current.kind else {
        throw failure("needs-span", "`\(name.text)` needs a length: `\(name.text) 12m`")
      }
      advance()
      return TransformCall(name, .span(span))
    case .method: return try method(name)
    case .using:
      guard take(.using) else { return TransformCall(name) }
      guard let measure = self.name(.measure, where: { $0 == .measure }) else {
        throw failure("needs-measure", "`using` takes a price index")
      }
      return TransformCall(name, .name(measure))
    }
  }

  private mutating func growth(_ name: Name) -> TransformCall {
    expect([.symbol(.percent)])
    guard name.text != "change" else { return TransformCall(name) }
    if take(.percent) { return TransformCall(name, .expressed(.percent)) }
    guard current.text.lowercased() == "pp" else { return TransformCall(name) }
    let named = Name(name.text, at: name.location.joined(location))
    advance()
    return TransformCall(named, .expressed(.points))
  }

  private mutating func step(_ name: Name) -> TransformCall {
    expect([.number, .span])
    switch current.kind {
    case .quantity(let quantity):
      guard let count = quantity.wholeNumber, count > 0 else { break }
      advance()
      return TransformCall(name, .count(count))
    case .span(let span):
      // `lag 3mma` is a lag of one and a moving average.
      let next = token(ahead: 1)
      guard next.terms.isEmpty || current.span.end < next.span.start else { break }
      advance()
      return TransformCall(name, .span(span))
    default: break
    }
    return TransformCall(name, .count(1))
  }

  private mutating func base(_ name: Name) throws(Diagnostic) -> TransformCall {
    let base = try period()
    guard take(.equal) else { return TransformCall(name, .base(base, level: 100)) }
    expect(.number)
    guard case .quantity(let quantity) = current.kind, quantity.unit == nil, quantity.value > 0
    else { throw failure("needs-number", "the level of the base is a number, such as 100") }
    advance()
    return TransformCall(name, .base(base, level: quantity.value))
  }

  private mutating func range(_ name: Name) throws(Diagnostic) -> TransformCall {
    guard case .period = current.kind, token(ahead: 1).kind == .symbol(.range) else {
      expect(.period)
      return TransformCall(name)
    }
    let first = try period()
    advance()
    return TransformCall(name, .range(first, try period()))
  }

  private mutating func rolling(_ name: Name) throws(Diagnostic) -> TransformCall {
    expect(.span)
    guard case .span(let span) = current.kind else {
      throw failure("needs-span", "a rolling window needs its length: `rolling 12m sum`")
    }
    advance()
    guard let aggregate = aggregateName() else {
      throw failure("needs-aggregate", "rolling what? `rolling \(span) sum`, `average`, `max` …")
    }
    return TransformCall(name, .rolling(span, aggregate: aggregate))
  }

  // Method ::= "(" Word ( "," Word )* ")"
  private mutating func method(_ name: Name) throws(Diagnostic) -> TransformCall {
    guard current.kind == .symbol(.open) else { return TransformCall(name) }
    var words: [String] = []
    var distance = 1
    while case .word = token(ahead: distance).kind {
      words.append(token(ahead: distance).text.lowercased())
      distance += 1
      guard token(ahead: distance).kind == .symbol(.comma) else { break }
      distance += 1
    }
    guard !words.isEmpty, token(ahead: distance).kind == .symbol(.close) else {
      return TransformCall(name)
    }
    advance()
    let start = index
    while current.kind != .symbol(.close) { advance() }
    let list = Name(words.joined(separator: ", "), at: location(from: start))
    advance()
    return TransformCall(name, .name(list))
  }
}

extension Phrase {
  /// Makes one transform of `change yoy` or `yoy change`, whatever stands between the two.
  fileprivate mutating func joinChange() {
    guard transforms.count > 1 else { return }
    let pair = transforms.suffix(2).filter { $0.argument == .none }.map(\.name)
    guard pair.count == 2, pair.contains(where: { $0.text == "change" }),
      var growth = pair.first(where: { ["yoy", "mom", "qoq"].contains($0.text) })
    else { return }
    growth.location = pair[0].location.joined(pair[1].location)
    transforms.removeLast(2)
    transforms.append(TransformCall(growth, .expressed(.change)))
  }
}

extension Term {
  fileprivate var isTransform: Bool {
    if case .transform = kind { true } else { false }
  }
}
