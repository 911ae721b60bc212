import Guidance
import Periods

extension Parser {
  // Projection ::= Sum "to" Period "at" Sum
  mutating func projection(_ command: Name) throws(Diagnostic) -> Command.Argument {
    let subject = try aimed(command)
    guard take(.to) else {
      try checkToken()
      throw failure("needs-to", "until when? `\(command.text) exports to 2030 at 5%`")
    }
    let end = try period()
    guard take(.at) else {
      guard current.kind == .end else { throw unexpected() }
      throw failure(
        "needs-rate",
        "at which rate a year? `at 5%`, or `at exports cagr 2015..2025`",
        fix: Fix("write `at 5%`", replacing: current.span, with: " at 5%")
      )
    }
    expect(Parser.heads)
    return .projection(subject, to: end, at: try inherited(try sum()))
  }

  // Target ::= "of"? Sum "to" Quantity "by" Period
  mutating func target(_ command: Name) throws(Diagnostic) -> Command.Argument {
    _ = take(.of)
    let subject = try aimed(command)
    guard take(.to) else {
      try checkToken()
      throw failure("needs-to", "to what? `\(command.text) exports to 5 trillion by 2030`")
    }
    expect(.number)
    guard case .quantity(let quantity) = current.kind else {
      try checkToken()
      throw failure("needs-number", "the target is an amount, such as `5 trillion` or `16.5%`")
    }
    let amount = Expression.phrase(Phrase(.quantity(quantity), at: location))
    advance()
    guard take(.by) else {
      guard current.kind == .end else { throw unexpected() }
      throw failure("needs-by", "by when? `by 2030`")
    }
    return .target(subject, amount: amount, by: try period())
  }

  private mutating func aimed(_ command: Name) throws(Diagnostic) -> Expression {
    try checkQueryFollows(command)
    isAiming = true
    defer { isAiming = false }
    return try inherited(try sum())
  }
}

extension Token {
  /// True for what `to` may aim at: a period or an amount.
  var isAim: Bool {
    switch kind {
    case .period, .quantity: true
    default: false
    }
  }
}
