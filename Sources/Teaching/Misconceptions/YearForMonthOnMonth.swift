import Engine
import Language

/// Growth on the year is taken for growth on the period before.
enum YearForMonthOnMonth: Misconception {
  static let page = MisconceptionPage(
    name: "yoy-for-mom",
    summary: "Growth on the year is taken for growth on the month (or quarter) before.",
    right: "exports mom 2026-03",
    wrong: "exports yoy 2026-03"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    question.mistake(
      "You compared with a year earlier; the question is about the period just before.",
      asked: "against the period just before"
    ) { phrase in
      phrase.replace("mom", by: "yoy")
      phrase.replace("qoq", by: "yoy")
    }
  }
}
