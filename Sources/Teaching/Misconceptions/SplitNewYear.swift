import Engine
import Language
import Periods

/// January or February is taken alone, although the Lunar New Year moves between them.
enum SplitNewYear: Misconception {
  static let page = MisconceptionPage(
    name: "split-new-year",
    summary: "January or February is taken alone where both belong together.",
    right: "exports yoy 2025-01..02",
    wrong: "exports yoy 2025-02"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let period = question.period, period.length == 2, period.start.number == 1 else {
      return []
    }
    return [period.start, period.end].flatMap { month in
      question.mistake(
        "That is \(month.label) alone; the Lunar New Year moves between January and February, so "
          + "the two are taken together.",
        asked: "January and February added up, against both of the year before"
      ) { phrase in
        guard phrase.pickedPeriod == period else { return }
        phrase.qualifiers.window = Window(.at(Period(month)))
      }
    }
  }
}
