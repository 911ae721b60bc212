import Engine
import Language

/// Values at the prices of the day are taken for values at constant prices.
enum NominalForReal: Misconception {
  static let page = MisconceptionPage(
    name: "nominal-for-real",
    summary: "Values at the prices of the day are taken for values at constant prices.",
    right: "exports real yoy 2025",
    wrong: "exports yoy 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    question.mistake(
      "That is nominal: prices and quantities together. Real values take the prices out.",
      asked: "divided by a price index, at constant prices"
    ) { $0.drop("real") }
  }
}
