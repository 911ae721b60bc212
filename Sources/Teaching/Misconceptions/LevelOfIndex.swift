import Catalogue
import Engine

/// The ratio of new to old is given instead of the growth.
enum LevelOfIndex: Misconception {
  static let page = MisconceptionPage(
    name: "ratio-for-growth",
    summary: "The ratio of new to old is given as growth: 105.4 % for +5.4 %.",
    right: "exports yoy 2025",
    wrong: "105.4 %"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let right = question.number, right.unit == .percent, right.isChange else { return [] }
    let sentence = "That is the new value in percent of the old; growth is what is above 100."
    return [
      Mistake(
        sentence,
        .number(Measured(100 + right.value, .percent)),
        "new ÷ old",
        asked: "new ÷ old − 1"
      )
    ]
  }
}
