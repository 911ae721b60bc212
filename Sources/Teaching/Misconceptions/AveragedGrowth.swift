import Engine
import Language
import Periods

/// Growth rates are averaged, instead of comparing sums.
enum AveragedGrowth: Misconception {
  static let page = MisconceptionPage(
    name: "averaged-growth",
    summary: "Monthly growth rates are averaged instead of comparing the sums.",
    right: "exports ytd yoy 2025-11",
    wrong: "average exports yoy in 2025-01..2025-11"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard var phrase = question.phrase, phrase.isAnnualGrowth, let period = phrase.pickedPeriod
    else { return [] }
    let months = phrase.has("ytd") ? period.yearToDate : period
    guard months.length > 1 else { return [] }
    phrase.drop("ytd")
    let isYear = months.grain == .year
    phrase.qualifiers.window = Window(
      isYear ? .within(months) : .between(Period(months.start), Period(months.end))
    )
    let averaged = Phrase(.aggregate(Name("average"), phrase), at: phrase.location)
    return [
      Mistake(
        "You averaged growth rates: months with little trade counted as much as large ones.",
        Query(.phrase(averaged)),
        asked: "growth of the sum: add the months up, then compare the two sums"
      )
    ]
  }
}
