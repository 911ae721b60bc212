import Engine
import Language

/// The last twelve months are taken for the year to date, or the other way round.
enum TrailingForYearToDate: Misconception {
  static let page = MisconceptionPage(
    name: "twelve-months-for-year-to-date",
    summary: "The last twelve months are taken for the year to date, or the other way round.",
    right: "surplus ytd 2026-06",
    wrong: "surplus ttm 2026-06"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    question.mistake(
      "You added up twelve months; the year to date begins in January.",
      asked: "the months since January"
    ) { $0.replace("ytd", by: "ttm") }
      + question.mistake(
        "You began in January; the question is about the last twelve months.",
        asked: "twelve months up to the one named"
      ) { $0.replace("ttm", by: "ytd") }
  }
}
