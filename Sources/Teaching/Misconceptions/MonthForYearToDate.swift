import Engine
import Language
import Periods

/// The last month is taken for the year to date.
enum MonthForYearToDate: Misconception {
  static let page = MisconceptionPage(
    name: "month-for-year-to-date",
    summary: "The last month stands for the year to date.",
    right: "exports ytd yoy 2025-11",
    wrong: "exports yoy 2025-11"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let period = question.period, period.grain == .month else { return [] }
    return question.mistake(
      "That is \(period.label) alone; the year to date begins in January.",
      asked: "\(period.yearToDate.label), all months added up"
    ) { $0.drop("ytd") }
  }
}
