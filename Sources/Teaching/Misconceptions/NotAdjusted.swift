import Engine
import Language

/// The season is left in where it should be taken out.
enum NotAdjusted: Misconception {
  static let page = MisconceptionPage(
    name: "not-adjusted",
    summary: "The season is left in where the adjusted figure is asked for.",
    right: "exports sa mom 2026-03",
    wrong: "exports mom 2026-03"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    question.mistake(
      "The season is still in that number: it is not seasonally adjusted.",
      asked: "the seasonally adjusted figure"
    ) { $0.drop("sa", "trend") }
  }
}
