import Engine
import Language

/// The partner's count is taken for one's own, or the other way round.
enum MirrorForOwn: Misconception {
  static let page = MisconceptionPage(
    name: "mirror",
    summary: "The partner's count is taken for the reporter's own, or the other way round.",
    right: "exports to US 2024",
    wrong: "exports to US 2024 reported by US"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let query = question.query else { return [] }
    let isMirror = query.contains { $0.qualifiers.mirror != nil }
    return question.mistake(
      isMirror
        ? "That is China's own count; the question asks what the partner counted."
        : "That is what the partner counted, on its own basis; the question is about China's count.",
      asked: isMirror ? "as the other side reports it" : "as China's customs report it"
    ) { phrase in
      if isMirror {
        phrase.qualifiers.mirror = nil
      } else if let group = phrase.qualifiers.partners?.groups.first, group.count == 1 {
        phrase.qualifiers.mirror = .reporter(group[0])
      }
    }
  }
}
