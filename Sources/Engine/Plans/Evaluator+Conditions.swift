import Catalogue
import Language
import Periods

// Truth is a panel of ones and zeros; what cannot be compared has no value, and is not true.
extension Evaluator {
  func compare(
    _ relation: Expression.Relation,
    _ left: Plan,
    _ right: Plan,
    _ tolerance: Double?
  ) -> Panel {
    run(left).combined(with: run(right)) { first, second in
      Cell.computed(first, second) {
        Evaluator.holds(relation, $0, $1, tolerance) ? 1 : 0
      }
    }
  }

  /// Whether two numbers stand in a relation; equality within the tolerance.
  static func holds(
    _ relation: Expression.Relation,
    _ left: Double,
    _ right: Double,
    _ tolerance: Double?
  ) -> Bool {
    // Sums of decimal figures differ in the last bits; that is no difference.
    let noise = 1e-9 * max(abs(left), abs(right))
    let distance = abs(left - right)
    switch relation {
    case .equal: return distance <= (tolerance ?? 0) + noise
    case .notEqual: return distance > (tolerance ?? 0) + noise
    case .about: return distance <= (tolerance ?? 0.01 * abs(right)) + noise
    case .less: return left < right + (tolerance ?? 0)
    case .atMost: return left <= right + (tolerance ?? 0) + noise
    case .greater: return left > right - (tolerance ?? 0)
    case .atLeast: return left >= right - (tolerance ?? 0) - noise
    }
  }

  /// `and` is false where either is, `or` true where either is, even if the other has no value.
  static func logical(_ left: Cell, _ right: Cell, and isAnd: Bool) -> Cell {
    let decisive = isAnd ? 0.0 : 1.0
    if left.hasValue, left.value == decisive { return left }
    if right.hasValue, right.value == decisive { return right }
    return Cell.computed(left, right) { isAnd ? $0 * $1 : max($0, $1) }
  }
}
