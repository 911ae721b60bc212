import Engine
import Language
import Periods

/// Growth on the month before is taken for growth on the year.
enum MonthOnMonthForYear: Misconception {
  static let page = MisconceptionPage(
    name: "mom-for-yoy",
    summary: "Growth on the month (or quarter) before is taken for growth on the year.",
    right: "exports yoy 2025-11",
    wrong: "exports mom 2025-11"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    let isQuarter = question.period?.grain == .quarter
    return question.mistake(
      "You compared with the \(isQuarter ? "quarter" : "month") before; the season is in that "
        + "number. Growth on the year compares with the same \(isQuarter ? "quarter" : "month") "
        + "a year earlier.",
      asked: "against the same \(isQuarter ? "quarter" : "month") of the year before"
    ) { $0.replace("yoy", by: isQuarter ? "qoq" : "mom") }
  }
}
