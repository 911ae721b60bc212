import Engine
import Language

/// Exports and imports are mixed up: to a partner and from it.
enum WrongDirection: Misconception {
  static let page = MisconceptionPage(
    name: "wrong-direction",
    summary: "Exports to and imports from are mixed up.",
    right: "exports to US 2025",
    wrong: "imports from US 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let query = question.query else { return [] }
    let isOfExports = query.contains { $0.measure == "exports" }
    return question.mistake(
      isOfExports
        ? "Those are imports: goods that came in. The question is about goods that went out."
        : "Those are exports: goods that went out. The question is about goods that came in.",
      asked: "the flow in the other direction"
    ) { phrase in
      switch phrase.measure {
      case "exports": phrase.take(measure: "imports", with: .from)
      case "imports": phrase.take(measure: "exports", with: .to)
      default: break
      }
    }
  }
}
