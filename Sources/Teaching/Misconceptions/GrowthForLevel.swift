import Engine
import Language

/// Growth is given where the level is asked for.
enum GrowthForLevel: Misconception {
  static let page = MisconceptionPage(
    name: "growth-for-level",
    summary: "Growth is given where the level is asked for.",
    right: "exports 2025-11",
    wrong: "exports yoy 2025-11"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    question.mistake(
      "That is growth on the year; the question asks how much it was.",
      asked: "the amount itself"
    ) { phrase in
      guard phrase.measure != nil, !phrase.isGrowth else { return }
      phrase.transforms.append(TransformCall(Name("yoy")))
    }
  }
}
