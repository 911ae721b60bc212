import Engine
import Language

/// The balance is taken for one of the two flows.
enum BalanceForFlow: Misconception {
  static let page = MisconceptionPage(
    name: "balance-for-flow",
    summary: "The balance is taken for exports or imports.",
    right: "exports 2025",
    wrong: "surplus 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    let balance = question.mistake(
      "That is the balance, exports less imports; the question is about one of the two.",
      asked: "one flow by itself"
    ) { phrase in
      guard ["exports", "imports"].contains(phrase.measure) else { return }
      phrase.take(measure: "surplus", with: .with)
    }
    let total = question.mistake(
      "Those are exports and imports together; the question is about one of the two.",
      asked: "one flow by itself"
    ) { phrase in
      guard ["exports", "imports"].contains(phrase.measure) else { return }
      phrase.take(measure: "trade", with: .with)
    }
    return balance + total
  }
}
