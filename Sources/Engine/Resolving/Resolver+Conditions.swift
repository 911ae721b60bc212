import Catalogue
import Guidance
import Language
import Periods

extension Resolver {
  func comparison(
    _ comparison: Expression.Comparison,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    let left = try plan(comparison.left, scope)
    let right = try plan(comparison.right, scope)
    let operation = Operation(
      sign: .minus,
      left: comparison.left,
      right: comparison.right,
      location: comparison.location
    )
    try checkComparable(left, right, operation)
    var kind = try joined(left.kind, right.kind, operation)
    kind.unit = .truth
    kind.nature = .truth
    let tolerance = try tolerance(comparison, left.kind)
    return Plan(.compared(comparison.relation, left, right, tolerance: tolerance), kind)
  }

  private func checkComparable(
    _ left: Plan,
    _ right: Plan,
    _ operation: Operation
  ) throws(Diagnostic) {
    let pair = (left.kind.unit, right.kind.unit)
    if pair.0 == pair.1 { return }
    switch pair {
    case (.percentagePoints?, .percent?), (.percent?, .percentagePoints?): return
    case (.index?, .index?): return
    case (.money(let first)?, .money(let second)?):
      throw Diagnostic(
        "currency-mismatch",
        "one side is in \(first.rawValue), the other in \(second.rawValue)",
        at: operation.right.span
      )
    case (nil, let unit?), (let unit?, nil):
      if unit == .ratio || unit == .count || unit.isIndex { return }
      if case .rate = unit { return }
      let literal = pair.0 == nil ? left : right
      if case .number(let value) = literal.step, value == 0 { return }
      if case .money = unit { try checkScale(literal, operation, isLeft: pair.0 == nil) }
      if case .money = unit { return }
      if case .quantity = unit { return }
      if case .price = unit { return }
      throw needsUnit(unit, operation, isLeft: pair.0 == nil)
    default:
      throw Diagnostic(
        "cannot-compare",
        "I cannot compare \(left.kind.unit?.noun ?? "a number") "
          + "with \(right.kind.unit?.noun ?? "a number")",
        at: operation.right.span
      )
    }
  }

  /// A bare number against money is an amount of the unit itself: hardly ever what was meant.
  private func checkScale(
    _ literal: Plan,
    _ operation: Operation,
    isLeft: Bool
  ) throws(Diagnostic) {
    let side = isLeft ? operation.left : operation.right
    guard case .phrase(let phrase) = side, case .quantity(let quantity) = phrase.head,
      quantity.scale == nil, abs(quantity.value) < 1e6
    else { return }
    throw Diagnostic(
      "needs-scale",
      "\(quantity) of what? Amounts of trade are counted in billions",
      at: side.span,
      fix: Fix("write `\(quantity) bn`", replacing: side.span, with: "\(quantity) bn")
    )
  }

  private func needsUnit(_ unit: Unit, _ operation: Operation, isLeft: Bool) -> Diagnostic {
    let side = isLeft ? operation.left : operation.right
    let sign = unit == .percent ? "%" : " pp"
    return Diagnostic(
      "cannot-compare",
      "I cannot compare \(unit.noun) with a bare number",
      at: side.span,
      fix: Fix("write `\(side)\(sign)`", replacing: side.span, with: "\(side)\(sign)")
    )
  }

  /// Half a unit of the last digit typed, or what was asked for.
  private func tolerance(
    _ comparison: Expression.Comparison,
    _ kind: Kind
  ) throws(Diagnostic) -> Double? {
    if let tolerance = comparison.tolerance { return tolerance.value }
    guard comparison.relation == .equal || comparison.relation == .notEqual,
      case .phrase(let phrase) = comparison.right, case .quantity(let quantity) = phrase.head
    else { return nil }
    let text = "\(quantity.mantissa)"
    let decimals = text.hasSuffix(".0") ? 0 : text.split(separator: ".").last?.count ?? 0
    return 0.5 * power(10, -Double(decimals)) * (quantity.scale?.factor ?? 1)
  }

  // MARK: And, or, not

  func condition(
    _ expression: Expression,
    _ scope: Scope,
    at span: SourceSpan
  ) throws(Diagnostic) -> Plan {
    let plan = try plan(expression, scope)
    guard plan.kind.nature == .truth else {
      throw Diagnostic(
        "needs-condition",
        "a condition belongs here, such as `exports yoy < 0%`",
        at: expression.span
      )
    }
    return plan
  }

  func conditions(
    _ left: Expression,
    _ right: Expression,
    _ scope: Scope
  ) throws(Diagnostic) -> (Plan, Plan) {
    let first = try condition(left, scope, at: left.span)
    let second = try condition(right, scope, at: right.span)
    let operation = Operation(
      sign: .minus,
      left: left,
      right: right,
      location: Location(right.span)
    )
    _ = try joined(first.kind, second.kind, operation)
    return (first, second)
  }

  func truth(_ left: Kind, _ right: Kind) -> Kind {
    var kind = left.isScalar ? right : left
    kind.isScalar = left.isScalar && right.isScalar
    return kind
  }
}
