import Guidance
import Periods

// Operators, loosest first. Every level reads the next tighter one.
extension Parser {
  // Query ::= "show"? Expr Present*
  mutating func query() throws(Diagnostic) -> Query {
    try checkLength()
    _ = take(.show)
    let written = try expression()
    let expression = try inherited(written)
    return Query(expression, presentation: try presentation())
  }

  private func checkLength() throws(Diagnostic) {
    guard tokens.count > Parser.mostTokens else { return }
    throw failure(
      "line-too-long",
      "this query has \(tokens.count - 1) words and signs; \(Parser.mostTokens) are read at most",
      at: tokens[Parser.mostTokens].span
    )
  }

  // Expr ::= And ( "or" And )*
  mutating func expression() throws(Diagnostic) -> Expression {
    var left = try conjunction()
    while take(.or) { left = .either(left, try conjunction()) }
    return left
  }

  // And ::= Not ( "and" Not )*
  private mutating func conjunction() throws(Diagnostic) -> Expression {
    var left = try negation()
    while take(.and) {
      if let diagnostic = partnerBehindAnd(left) { throw diagnostic }
      left = .both(left, try negation())
    }
    return left
  }

  // Not ::= "not" Not | Comparison
  private mutating func negation() throws(Diagnostic) -> Expression {
    let start = location
    guard take(.not) else { return try comparison() }
    return try nested { parser throws(Diagnostic) in .not(try parser.negation(), start) }
  }

  // Comparison ::= Versus ( CmpOp Versus ( ( "±" | "within" ) Quantity )? )?
  private mutating func comparison() throws(Diagnostic) -> Expression {
    let left = try versus()
    let sign = location
    guard let relation = relation() else { return left }
    let right = try versus()
    var comparison = Expression.Comparison(
      relation: relation,
      left: left,
      right: right,
      location: sign
    )
    if take(.tolerance) || take(.within) {
      guard case .quantity(let tolerance) = current.kind else {
        expect(.number)
        throw failure("needs-number", "a tolerance is an amount, such as `± 0.1 pp`")
      }
      advance()
      comparison.tolerance = tolerance
    }
    if let second = relation0() {
      throw failure(
        "chained-comparison",
        "two comparisons in a row have no meaning",
        notes: ["join them: `… \(relation.rawValue) … and … \(second.rawValue) …`"]
      )
    }
    return .comparison(comparison)
  }

  /// A sign of comparison, read.
  mutating func relation() -> Expression.Relation? {
    guard let relation = relation0() else { return nil }
    advance()
    return relation
  }

  private mutating func relation0() -> Expression.Relation? {
    for symbol in [Symbol.less, .greater, .equal, .atMost, .atLeast, .about, .notEqual] {
      if sees(symbol) { return Expression.Relation(rawValue: symbol.rawValue) }
    }
    return nil
  }

  // Versus ::= Sum ( "vs" ( Fragment | Sum ) )*
  private mutating func versus() throws(Diagnostic) -> Expression {
    let first = try sum()
    var columns = [first]
    while take(.vs) {
      expect(Parser.heads)
      if startsHead {
        columns.append(try sum())
      } else {
        let left = first.leftmostPhrase
        let column = try fragment(after: left)
        // In parentheses what the fragment changes stays its own and does not flow to the left.
        let isApart = left.map { column.flows(beyond: $0) } ?? false
        columns.append(isApart ? .phrase(column.grouped) : .phrase(column))
      }
    }
    return columns.count == 1 ? first : .versus(columns)
  }

  // Sum ::= Product ( ( "+" | "-" ) Product )*
  mutating func sum() throws(Diagnostic) -> Expression {
    var left = try product0()
    while true {
      let sign = location
      if take(.plus) {
        left = .arithmetic(.plus, left, try product0(), sign)
      } else if take(.minus) {
        left = .arithmetic(.minus, left, try product0(), sign)
      } else {
        return left
      }
    }
  }

  // Product ::= Unary ( ( "*" | "/" ) Unary )*
  private mutating func product0() throws(Diagnostic) -> Expression {
    var left = try unary()
    while true {
      let sign = location
      if take(.times) {
        left = .arithmetic(.times, left, try unary(), sign)
      } else if take(.divide) {
        left = .arithmetic(.divide, left, try unary(), sign)
      } else {
        return left
      }
    }
  }

  // Unary ::= "-" Unary | Phrase ( "^" Unary )?
  private mutating func unary() throws(Diagnostic) -> Expression {
    let sign = location
    if take(.minus) {
      return try nested { parser throws(Diagnostic) in .negative(try parser.unary(), sign) }
    }
    let base = Expression.phrase(try phrase())
    let power = location
    guard take(.power) else { return base }
    return try nested { parser throws(Diagnostic) in
      .arithmetic(.power, base, try parser.unary(), power)
    }
  }

  // Present ::= "as" Form | "sorted" "by" Name ( "asc" | "desc" )? | "limit" Int
  //           | "with" ( "total" | "share" | "chart" | "events" | "fit" | "interval" )
  mutating func presentation() throws(Diagnostic) -> Presentation {
    var presentation = Presentation()
    while true {
      if take(.as) {
        presentation.form = try form()
      } else if take(.sorted) {
        presentation.sort = try sort()
      } else if take(.limit) {
        expect(.number)
        guard case .quantity(let quantity) = current.kind, let limit = quantity.wholeNumber,
          limit > 0
        else { throw failure("needs-number", "`limit` takes a number of rows") }
        advance()
        presentation.limit = limit
      } else if sees(.with), let extra = extra(at: 1) {
        let start = location
        advance()
        advance()
        let span = start.span.joined(tokens[index - 1].span)
        presentation.additions.append(.init(extra: extra, location: Location(span)))
      } else {
        return presentation
      }
    }
  }

  mutating func extra(at distance: Int) -> Presentation.Extra? {
    expect(
      [
        .keyword(.total), .keyword(.share), .keyword(.chart), .keyword(.events), .keyword(.fit),
        .keyword(.interval),
      ],
      ahead: distance
    )
    return token(ahead: distance).keyword.flatMap { Presentation.Extra(rawValue: $0.rawValue) }
  }

  private mutating func form() throws(Diagnostic) -> Name {
    if let name = name(.form, where: { $0 == .form }) { return name }
    try checkToken()
    let forms = names { $0.kind == .form }
    throw failure(
      "unknown-form",
      "I cannot show a result as '\(current.text.shown)'",
      notes: ["forms: \(forms.joined(separator: ", "))"]
    ).suggesting(current.text, from: forms)
  }

  private mutating func sort() throws(Diagnostic) -> Presentation.Sort {
    guard take(.by) else { throw failure("needs-by", "`sorted` is followed by `by` and a column") }
    expect([.dimension, .measure])
    guard case .word = current.kind else {
      throw failure("needs-column", "`sorted by` takes the name of a column")
    }
    let column = Name(current.terms.first?.name ?? current.text, at: location)
    advance()
    let descending = take(.desc)
    if !descending { _ = take(.asc) }
    return Presentation.Sort(column: column, descending: descending)
  }
}

extension Expression {
  /// The phrase that a fragment after `vs` takes up: the first from the left that is no number.
  var leftmostPhrase: Phrase? { phrases.first { !$0.isLiteral } }
}
