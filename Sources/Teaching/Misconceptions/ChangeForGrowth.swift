import Engine
import Language

/// The change in dollars and the change in percent are mixed up.
enum ChangeForGrowth: Misconception {
  static let page = MisconceptionPage(
    name: "change-for-growth",
    summary: "The change in dollars and the change in percent are mixed up.",
    right: "exports yoy 2025",
    wrong: "exports change yoy 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    let change = question.mistake(
      "That is the change in its own unit; growth is the change in percent of the base.",
      asked: "the change divided by the value a year earlier"
    ) { phrase in
      for i in phrase.transforms.indices
      where phrase.transforms[i].isOfGrowth && phrase.transforms[i].argument == .none {
        phrase.transforms[i].argument = .expressed(.change)
      }
    }
    let growth = question.mistake(
      "That is growth in percent; the question asks for the change in its own unit.",
      asked: "the difference of the two values, not divided by anything"
    ) { phrase in
      for i in phrase.transforms.indices
      where phrase.transforms[i].argument == .expressed(.change) {
        phrase.transforms[i].argument = .none
      }
    }
    return change + growth
  }
}
