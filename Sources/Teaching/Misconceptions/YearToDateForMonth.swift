import Engine
import Language
import Periods

/// The months since January are added up where one month is asked for.
enum YearToDateForMonth: Misconception {
  static let page = MisconceptionPage(
    name: "year-to-date-for-month",
    summary: "The months since January are added up where one month is asked for.",
    right: "surplus 2025-11",
    wrong: "surplus ytd 2025-11"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let period = question.period, period.grain == .month else { return [] }
    return question.mistake(
      "You added up the year so far; the question is about \(period.label) alone.",
      asked: "\(period.label) alone"
    ) { phrase in
      guard phrase.pickedPeriod != nil, !phrase.has("ytd"), phrase.measure != nil else { return }
      phrase.transforms.insert(TransformCall(Name("ytd")), at: 0)
    }
  }
}
