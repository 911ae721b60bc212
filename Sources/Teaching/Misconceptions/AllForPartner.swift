import Engine
import Language

/// Trade with everybody is taken for trade with one partner or in one product.
enum AllForPartner: Misconception {
  static let page = MisconceptionPage(
    name: "all-for-partner",
    summary: "Trade with everybody is taken for trade with one partner.",
    right: "exports to US yoy 2025",
    wrong: "exports yoy 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let query = question.query, !query.contains(where: \.isShare) else { return [] }
    return question.mistake(
      "That is trade with all partners together; the question is about one.",
      asked: "the trade with that partner alone"
    ) { $0.qualifiers.partners = nil }
  }
}

extension Phrase {
  fileprivate var isShare: Bool {
    if case .share = head { true } else { false }
  }
}
