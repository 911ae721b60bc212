import Catalogue
import Engine
import Language

/// Percent and percentage points are mixed up.
enum PercentForPoints: Misconception {
  static let page = MisconceptionPage(
    name: "percent-for-points",
    summary: "Percent and percentage points are mixed up.",
    right: "tariff yoy 2026-06",
    wrong: "tariff yoy % 2026-06"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let right = question.number else { return [] }
    switch right.unit {
    case .percentagePoints:
      let unit = Mistake(
        "The number is right and its unit is not: two percentages differ by percentage points.",
        .number(Measured(right.value, .percent, isChange: true)),
        "a difference of percentages, called percent",
        asked: "the same difference in percentage points (pp)"
      )
      let both = Mistake(
        "Neither the unit nor the sign is right: two percentages differ by percentage points, and "
          + "a fall is negative.",
        .number(Measured(-right.value, .percent, isChange: true)),
        "the difference the other way round, called percent",
        asked: "the later less the earlier, in percentage points (pp)"
      )
      let relative = question.mistake(
        "You divided the change of a percentage by the percentage: that is its relative change.",
        asked: "the difference of the two percentages, in percentage points (pp)"
      ) { phrase in
        for i in phrase.transforms.indices
        where phrase.transforms[i].isOfGrowth && phrase.transforms[i].argument == .none {
          phrase.transforms[i].argument = .expressed(.percent)
        }
      }
      return [unit] + relative + [both]
    case .percent:
      return [
        Mistake(
          "The number is right and its unit is not: percentage points are for the difference of "
            + "two percentages.",
          .number(Measured(right.value, .percentagePoints, isChange: true)),
          "a percentage, called percentage points",
          asked: "the same number in percent (%)"
        )
      ]
    default: return []
    }
  }
}
