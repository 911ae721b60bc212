import Engine
import Language
import Periods

/// The mean of the months is taken for their sum, or the sum for the mean.
enum AverageForTotal: Misconception {
  static let page = MisconceptionPage(
    name: "average-for-total",
    summary: "The mean of the months is taken for their sum, or the other way round.",
    right: "exports 2025",
    wrong: "average exports in 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard var phrase = question.phrase else { return [] }
    if case .aggregate(let name, let inner) = phrase.head, name.text == "average",
      !inner.isGrowth
    {
      let total = Phrase(.aggregate(Name("total"), inner), at: phrase.location)
      return [
        Mistake(
          "You added the months up; the question asks for their mean.",
          Query(.phrase(total)),
          asked: "the sum divided by the number of months"
        )
      ]
    }
    guard phrase.measure != nil,
      phrase.transforms.isEmpty
        || phrase.transforms.allSatisfy({
          $0.name.text == "ytd"
        }), let period = phrase.pickedPeriod
    else { return [] }
    let months = phrase.has("ytd") ? period.yearToDate : period
    guard months.length > 1 else { return [] }
    phrase.transforms = []
    phrase.qualifiers.window = Window(.between(Period(months.start), Period(months.end)))
    let average = Phrase(.aggregate(Name("average"), phrase), at: phrase.location)
    return [
      Mistake(
        "That is the mean of the months; the question asks for all of them together.",
        Query(.phrase(average)),
        asked: "the sum of the months"
      )
    ]
  }
}
