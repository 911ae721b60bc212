import Engine
import Language

/// The right names stand in the wrong order.
enum WrongOrder: Misconception {
  static let page = MisconceptionPage(
    name: "wrong-order",
    summary: "The right names of a ranking stand in the wrong order.",
    right: "top 3 partners by exports 2025",
    wrong: "US, ASEAN, EU"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard case .names(let names) = question.right, (2...5).contains(names.count) else { return [] }
    return orders(of: names).filter { $0 != names }.map { order in
      Mistake(
        "Those are the right names in the wrong order.",
        .names(order),
        "the same names",
        asked: "the largest first"
      )
    }
  }

  /// Every order of some names.
  private static func orders(of names: [String]) -> [[String]] {
    guard let first = names.first else { return [[]] }
    return orders(of: Array(names.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }
}
