import Guidance
import Periods

extension Parser {
  // Phrase ::= Head Suffix*
  mutating func phrase() throws(Diagnostic) -> Phrase {
    let start = index
    guard var phrase = try transformCall() else { return try headed() }
    try suffixes(of: &phrase)
    phrase.location = location(from: start)
    return phrase
  }

  private mutating func headed() throws(Diagnostic) -> Phrase {
    let start = index
    var phrase = Phrase(try head(), at: location)
    if !phrase.head.takesSuffixesItself { try suffixes(of: &phrase) }
    phrase.location = location(from: start)
    return phrase
  }

  // Phrase0 ::= Head0 EntityQual* — no windows, transforms or grouping
  mutating func plainPhrase() throws(Diagnostic) -> Phrase {
    let start = index
    var phrase = Phrase(try head(), at: location)
    while try entityQualifier(of: &phrase) {}
    phrase.location = location(from: start)
    return phrase
  }

  /// True where an operand may begin; after `vs` everything else is a fragment.
  var startsHead: Bool {
    switch current.kind {
    case .quantity, .symbol(.open), .symbol(.minus): return true
    case .word(let keyword, let terms):
      if keyword?.startsHead == true { return true }
      if current.text == "_" || parameters.contains(current.text) { return true }
      if startsTransformCall { return true }
      if terms.contains(where: \.isHead) { return true }
      if terms.contains(where: { $0.kind == .place }) {
        return token(ahead: 1).terms.contains { $0.kind == .measure }
      }
      // An unknown word: reading it as a head gives the better message.
      return keyword == nil && terms.isEmpty
    default: return false
    }
  }

  /// What may begin an operand.
  static let heads: [Slot] = [
    .head, .keyword(.share), .keyword(.top), .keyword(.bottom), .keyword(.contributions),
    .keyword(.contribution),
  ]

  // Head ::= Reporter? Measure | Variable | Quantity | "_" | "?" | "(" Expr ")" | Function "(" … ")"
  //        | "share" … | ( "top" | "bottom" ) … | "contributions" … | Aggregate "of"? Phrase
  private mutating func head() throws(Diagnostic) -> Head {
    try checkToken()
    expect(Parser.heads)
    switch current.kind {
    case .quantity(let quantity):
      advance()
      return .quantity(quantity)
    case .symbol(.open): return .group(try parenthesis())
    case .symbol(.hole):
      advance()
      return .hole
    case .word(let keyword, let terms): return try head(keyword, terms)
    case .string(let text): return try head(nil, vocabulary.terms(for: text))
    default: throw misplacedHead()
    }
  }

  private mutating func head(_ keyword: Keyword?, _ terms: [Term]) throws(Diagnostic) -> Head {
    switch keyword {
    case .share: return .share(try share())
    case .top, .bottom: return .ranking(try ranking())
    case .contribution, .contributions: return .contributions(try contributions())
    case .growth: throw growthNeedsHorizon()
    case .latest, .first:
      if let name = keyword?.rawValue { return try aggregate(name) }
    default: break
    }
    if let number = answerNumber() {
      advance()
      return .answer(number)
    }
    let name = Name(terms.first { $0.isHead }?.name ?? current.text, at: location)
    if parameters.contains(current.text) {
      advance()
      return .variable(name)
    }
    if terms.contains(where: { $0.kind == .function || $0.kind == .variable }),
      token(ahead: 1).kind == .symbol(.open)
    {
      advance()
      return .call(name, try arguments())
    }
    if let measure = terms.first(where: { $0.kind == .measure }) {
      advance()
      return .measure(Name(measure.name, at: name.location), reporter: nil)
    }
    if terms.contains(where: { $0.kind == .aggregate }) { return try aggregate(name.text) }
    if terms.contains(where: { $0.kind == .variable }) {
      advance()
      return .variable(name)
    }
    if let reporter = terms.first(where: { $0.kind == .place }) {
      return try reported(by: Name(reporter.name, at: location))
    }
    throw misplacedHead()
  }

  /// `_` or `_3`; nil where the word is neither.
  private func answerNumber() -> Int?? {
    guard current.text.hasPrefix("_") else { return nil }
    if current.text == "_" { return .some(nil) }
    return Int(current.text.dropFirst()).map { .some($0) }
  }

  mutating func parenthesis() throws(Diagnostic) -> Expression {
    let open = current.span
    advance()
    let inner = try nested { parser throws(Diagnostic) in
      try parser.inherited(try parser.expression())
    }
    guard take(.close) else {
      try checkToken()
      guard current.kind == .end else { throw unexpected() }
      throw failure(
        "unclosed-parenthesis",
        "this parenthesis is never closed",
        at: open,
        fix: Fix("add `)`", replacing: current.span, with: ")")
      )
    }
    return inner
  }

  private mutating func arguments() throws(Diagnostic) -> [Expression] {
    let open = current.span
    advance()
    if take(.close) { return [] }
    var arguments: [Expression] = []
    repeat {
      arguments.append(try nested { parser throws(Diagnostic) in try parser.argument() })
    } while take(.comma)
    guard take(.close) else {
      guard current.kind == .end else { throw unexpected() }
      throw failure(
        "unclosed-parenthesis",
        "this parenthesis is never closed",
        at: open,
        fix: Fix("add `)`", replacing: current.span, with: ")")
      )
    }
    return arguments
  }

  private mutating func argument() throws(Diagnostic) -> Expression {
    let next = token(ahead: 1).kind
    if next == .symbol(.comma) || next == .symbol(.close),
      !current.terms.contains(where: \.isHead), let member = place() ?? product()
    {
      return .phrase(Phrase(.member(member), at: member.location))
    }
    return try inherited(try expression())
  }

  private mutating func aggregate(_ name: String) throws(Diagnostic) -> Head {
    let name = Name(name, at: location)
    advance()
    _ = take(.of)
    return .aggregate(name, try nested { parser throws(Diagnostic) in try parser.phrase() })
  }

  // Reporter ::= Entity ( "'s" )?
  private mutating func reported(by reporter: Name) throws(Diagnostic) -> Head {
    let typed = current.text
    advance()
    if let measure = name(.measure, where: { $0 == .measure }) {
      return .measure(measure, reporter: reporter)
    }
    throw failure(
      "needs-measure",
      "'\(typed)' is a partner; which measure of it?",
      at: reporter.span,
      fix: Fix(
        "write `exports to \(typed)`, or imports from it",
        replacing: reporter.span,
        with: "exports to \(typed)"
      )
    )
  }

  // MARK: Share, ranking, contributions

  // Share ::= "share" "of" ( Phrase0 ( "in" Phrase0 )? | NameList "in" Phrase0 )
  private mutating func share() throws(Diagnostic) -> Share {
    let start = current.span
    advance()
    guard take(.of) else {
      throw failure("needs-of", "`share` is followed by `of`: `share of exports to US`")
    }
    if let part = try members() {
      guard startsWhole(), take(.in) else {
        throw failure(
          "share-needs-whole",
          "a share of what? Name the whole behind `in`",
          at: start.joined(tokens[index - 1].span),
          fix: Fix(
            "write `in exports`",
            replacing: SourceSpan(tokens[index - 1].span.end, tokens[index - 1].span.end),
            with: " in exports"
          )
        )
      }
      return Share(part: part, whole: try plainPhrase())
    }
    let part = try plainPhrase()
    guard startsWhole(), take(.in) else { return Share(part: .phrase(part), whole: nil) }
    return Share(part: .phrase(part), whole: try plainPhrase())
  }

  /// Partners or products in a row, unless the first is the reporter of a measure.
  private mutating func members() throws(Diagnostic) -> Share.Part? {
    expect([.head, .place, .product])
    let isHead = current.terms.contains { $0.isHead }
    if isHead || token(ahead: 1).terms.contains(where: { $0.kind == .measure }) { return nil }
    if let first = place() {
      var names = [first]
      while take(.comma), let next = place() { names.append(next) }
      return .places(names)
    }
    if let first = product() {
      var names = [first]
      while take(.comma), let next = product() { names.append(next) }
      return .products(names)
    }
    return nil
  }

  /// True at an `in` that is followed by a measure, a variable or a parenthesis.
  private mutating func startsWhole() -> Bool {
    guard sees(.in) else { return false }
    expect(.measure, ahead: 1)
    let next = token(ahead: 1)
    if next.kind == .symbol(.open) { return true }
    // `in CNY` converts, though CNY is also a rate that may be asked for.
    if next.terms.contains(where: { [.currency, .unit].contains($0.kind) }) { return false }
    if next.terms.contains(where: { [.measure, .variable].contains($0.kind) }) { return true }
    return next.terms.contains { $0.kind == .place }
      && token(ahead: 2).terms.contains { $0.kind == .measure }
  }

  // Ranking ::= ( "top" | "bottom" ) Int? Dimension "by" Sum
  private mutating func ranking() throws(Diagnostic) -> Ranking {
    let start = index
    let fromTop = current.keyword == .top
    advance()
    var count: Int?
    expect(.number)
    if case .quantity(let quantity) = current.kind, let number = quantity.wholeNumber, number > 0 {
      count = number
      advance()
    }
    let dimension = try dimension()
    guard take(.by) else {
      let typed = source.text(location(from: start).span)
      throw failure(
        "rank-needs-measure",
        "rank \(dimension.text)s by which measure?",
        at: location(from: start).span,
        fix: Fix(
          "write `\(typed) by exports` (or imports, trade, surplus, exports yoy …)",
          replacing: location(from: start).span,
          with: "\(typed) by exports"
        )
      )
    }
    return Ranking(
      fromTop: fromTop,
      count: count,
      dimension: dimension,
      key: try inherited(try sum())
    )
  }

  // Contributions ::= ( "contribution" "of" Entity | "contributions" ) "to" Phrase
  private mutating func contributions() throws(Diagnostic) -> Contributions {
    advance()
    var member: Name?
    if take(.of) {
      member = place() ?? product()
      if member == nil { throw unknownPlace() }
    }
    guard take(.to) else {
      throw failure("needs-to", "contributions to what? `contributions to exports yoy by partner`")
    }
    let whole = try nested { parser throws(Diagnostic) in try parser.phrase() }
    return Contributions(of: member, to: whole)
  }
}

extension Term {
  /// True for what may begin an operand.
  var isHead: Bool {
    switch kind {
    case .measure, .variable, .function, .aggregate: true
    default: false
    }
  }
}

extension Keyword {
  /// True for words that begin a phrase of their own.
  var startsHead: Bool {
    [.share, .top, .bottom, .contribution, .contributions].contains(self)
  }
}

extension Head {
  /// True where an inner phrase has taken the suffixes that follow.
  var takesSuffixesItself: Bool {
    switch self {
    case .ranking, .contributions, .aggregate: true
    default: false
    }
  }
}

extension String {
  /// The part of the text that a span covers.
  package func text(_ span: SourceSpan) -> String {
    let bytes = Array(utf8)
    guard span.end <= bytes.count else { return "" }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
