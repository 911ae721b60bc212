import Engine
import Language

/// Figures of one day are taken for those of another.
enum WrongVintage: Misconception {
  static let page = MisconceptionPage(
    name: "vintage",
    summary: "Revised figures are taken for those known at the time, or the other way round.",
    right: "exports 2023-03 as of 2023-04-13",
    wrong: "exports 2023-03"
  )
  // Revisions are small: few digits tell the vintages apart.
  static let isWide = true

  static func mistakes(on question: Question) -> [Mistake] {
    guard let query = question.query else { return [] }
    let isDated = query.contains { $0.qualifiers.vintage != nil }
    let isPublished = query.contains { $0.qualifiers.published != nil }
    if isDated || isPublished {
      return question.mistake(
        isDated
          ? "Those are the figures as they stand now, revised since; the question is about those "
            + "known at the time."
          : "That is growth of today's levels; the source published another rate at the time.",
        asked: "the figures as they were published then"
      ) { phrase in
        phrase.qualifiers.vintage = nil
        phrase.qualifiers.published = nil
      }
    }
    let asked = "the figures as they stand now"
    let first = question.mistake(
      "Those are first prints, revised since; the question is about the figures as they stand now.",
      asked: asked
    ) { phrase in
      guard phrase.measure != nil else { return }
      phrase.qualifiers.vintage = Qualifiers.Vintage(
        kind: .firstPublished,
        location: phrase.location
      )
    }
    let published = question.mistake(
      "That is the rate that the source published; the levels have been revised since.",
      asked: asked
    ) { phrase in
      guard phrase.isAnnualGrowth, phrase.transforms.count == 1, phrase.measure != nil else {
        return
      }
      phrase.qualifiers.published = Name("published")
    }
    return first + published
  }
}
