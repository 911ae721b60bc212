import Engine
import Language

/// An amount is given where its share is asked for.
enum ShareForAmount: Misconception {
  static let page = MisconceptionPage(
    name: "amount-for-share",
    summary: "The amount is given where its share of the total is asked for.",
    right: "share of exports to US 2025",
    wrong: "exports to US 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let phrase = question.phrase, case .share(let share) = phrase.head,
      case .phrase(var part) = share.part
    else { return [] }
    part.transforms += phrase.transforms
    part.qualifiers.window = part.qualifiers.window ?? phrase.qualifiers.window
    return [
      Mistake(
        "That is the amount; a share divides it by the whole.",
        Query(.phrase(part)),
        asked: "the part divided by the whole"
      )
    ]
  }
}
