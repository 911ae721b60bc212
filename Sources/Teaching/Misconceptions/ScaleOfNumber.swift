import Catalogue
import Engine

/// The digits are right and the scale is not: millions for billions, a fraction for a percentage.
enum ScaleOfNumber: Misconception {
  static let page = MisconceptionPage(
    name: "scale",
    summary:
      "The digits are right and the scale is not: millions for billions, billions for trillions.",
    right: "surplus 2025",
    wrong: "1,180.1 mn"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let right = question.number, right.value != 0 else { return [] }
    let factors: [(factor: Double, words: String)]
    switch right.unit {
    case .money, .quantity:
      factors = [
        (1e-3, "a thousandth of it"), (1e3, "a thousand times as much"),
        (1e-6, "a millionth of it"), (1e6, "a million times as much"),
        (1e-9, "a billionth of it"), (1e9, "a billion times as much"),
        (0.1, "a tenth of it"), (10, "ten times as much"),
      ]
    case .percent, .percentagePoints:
      factors = [(0.01, "the fraction, a hundredth"), (100, "a hundred times as much")]
    default: return []
    }
    return factors.map { factor, words in
      var mistake = Mistake(
        "The digits are right and the scale is not: you give \(words).",
        .number(right.with(right.value * factor)),
        "the same digits, another scale",
        asked: right.unit == .percent
          ? "percent: of 100" : "mn is a million, bn a thousand million, trn a million million"
      )
      // Only what was typed can be mistaken so; a query that gives a tenth is another query.
      mistake.fits = { given in
        if case .number(let typed) = given { typed.significantDigits >= 2 } else { false }
      }
      return mistake
    }
  }
}
