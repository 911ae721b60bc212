import Engine
import Language

/// A partner's own growth is taken for its contribution to the growth of all.
enum GrowthForContribution: Misconception {
  static let page = MisconceptionPage(
    name: "growth-for-contribution",
    summary: "A partner's own growth is taken for its contribution to the growth of all.",
    right: "contribution of US to exports yoy 2025",
    wrong: "exports to US yoy 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let phrase = question.phrase, case .contributions(let contributions) = phrase.head,
      let partner = contributions.of
    else { return [] }
    var own = contributions.to
    own.qualifiers.partners = Qualifiers.Partners(
      direction: own.measure == "imports" ? .from : own.measure == "exports" ? .to : .with,
      groups: [[partner]],
      location: partner.location
    )
    own.qualifiers.window = own.qualifiers.window ?? phrase.qualifiers.window
    return [
      Mistake(
        "That is how fast trade with \(partner.text) itself grew; what it adds to the growth of "
          + "all depends on its share too.",
        Query(.phrase(own)),
        asked: "its change divided by the whole of the year before, in percentage points"
      )
    ]
  }
}
