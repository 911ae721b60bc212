import Catalogue
import Engine

/// Growth is divided by the new value, or taken from new to old.
enum ReversedChange: Misconception {
  static let page = MisconceptionPage(
    name: "wrong-base",
    summary: "The change is divided by the new value instead of the old, or taken backwards.",
    right: "exports yoy 2025",
    wrong: "5.2 %"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let right = question.number, right.unit == .percent, right.isChange,
      right.value > -100
    else { return [] }
    let onNew = 100 * right.value / (100 + right.value)
    let asked = "the change divided by the old value, the base"
    return [
      Mistake(
        "You divided by the new value; growth is measured against the old one, its base.",
        .number(right.with(onNew)),
        "(new − old) ÷ new",
        asked: asked
      ),
      Mistake(
        "You went from the new value to the old one; growth goes from old to new.",
        .number(right.with(-onNew)),
        "(old − new) ÷ new",
        asked: asked
      ),
    ]
  }
}
