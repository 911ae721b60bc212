import Engine

/// The size is right and the sign is not.
enum WrongSign: Misconception {
  static let page = MisconceptionPage(
    name: "wrong-sign",
    summary: "The size is right and the sign is not: a fall is negative, a deficit too.",
    right: "exports to US yoy 2025-11",
    wrong: "28.6 %"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let right = question.number, right.value != 0, !question.ignoresSign else { return [] }
    let isGrowth = right.isChange
    let sentence =
      right.value < 0
      ? "The size is right and the sign is not: \(isGrowth ? "a fall" : "a deficit") is negative."
      : "The size is right and the sign is not: it \(isGrowth ? "rose" : "is a surplus")."
    return [
      Mistake(
        sentence,
        .number(right.negated),
        "the same size with the other sign",
        asked: isGrowth ? "new less old: negative for a fall" : "exports less imports"
      )
    ]
  }
}
