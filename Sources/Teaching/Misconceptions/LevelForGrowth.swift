import Engine
import Language

/// The level is given where growth is asked for.
enum LevelForGrowth: Misconception {
  static let page = MisconceptionPage(
    name: "level-for-growth",
    summary: "The level is given where its growth is asked for.",
    right: "exports yoy 2025-11",
    wrong: "exports 2025-11"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    question.mistake(
      "That is the level itself; growth says by how much it changed.",
      asked: "the change of that level against an earlier one"
    ) { phrase in phrase.transforms.removeAll(where: \.isOfGrowth) }
  }
}
