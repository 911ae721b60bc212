import Engine
import Language

/// Dollars and yuan are mixed up.
enum WrongCurrency: Misconception {
  static let page = MisconceptionPage(
    name: "currency",
    summary: "Dollars and yuan are mixed up; growth differs too, by the exchange rate.",
    right: "exports in CNY 2024",
    wrong: "exports 2024"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let query = question.query else { return [] }
    let isConverted = query.contains { $0.qualifiers.conversion != nil }
    return question.mistake(
      isConverted
        ? "That is in dollars; the question asks for another currency."
        : "That is in yuan; the question asks for dollars.",
      asked: isConverted ? "each month at its own exchange rate" : "as published in dollars"
    ) { phrase in
      if isConverted {
        phrase.qualifiers.conversion = nil
      } else if ["exports", "imports", "surplus", "trade", "deficit"].contains(phrase.measure) {
        phrase.qualifiers.conversion = Name("CNY")
      }
    }
  }
}
