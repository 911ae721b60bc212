import Engine
import Language

/// A ranking is read from the wrong end, by the wrong measure or in the wrong order.
enum WrongEndOfRanking: Misconception {
  static let page = MisconceptionPage(
    name: "wrong-ranking",
    summary: "A ranking is read from the wrong end, or by the wrong measure.",
    right: "top 3 partners by exports 2025",
    wrong: "top 3 partners by imports 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard let phrase = question.phrase, case .ranking(let ranking) = phrase.head else { return [] }
    var mistakes: [Mistake] = []
    func add(_ sentence: String, _ asked: String, _ change: (inout Ranking) -> Void) {
      var copy = phrase
      var other = ranking
      change(&other)
      copy.head = .ranking(other)
      guard other != ranking else { return }
      mistakes.append(Mistake(sentence, Query(.phrase(copy)), asked: asked))
    }
    func key(_ change: (inout Phrase) -> Void) -> Expression {
      Query(ranking.key).varied(change)?.expression ?? ranking.key
    }
    add("You read the list from its other end.", "from the \(ranking.fromTop ? "top" : "bottom")") {
      $0.fromTop.toggle()
    }
    for (own, other, direction) in [
      ("exports", "imports", Qualifiers.Direction.from), ("imports", "exports", .to),
      ("exports", "surplus", .with), ("surplus", "exports", .to), ("exports", "trade", .with),
    ] {
      add("You ranked by \(other).", "ranked by something else") { ranking in
        ranking.key = key { phrase in
          if phrase.measure == own { phrase.take(measure: other, with: direction) }
        }
      }
    }
    add("You ranked by the amount, not by its growth.", "ranked by growth") { ranking in
      ranking.key = key { $0.transforms.removeAll(where: \.isOfGrowth) }
    }
    add("You ranked by growth, not by the amount.", "ranked by the amount") { ranking in
      ranking.key = key { phrase in
        if !phrase.isGrowth { phrase.transforms.append(TransformCall(Name("yoy"))) }
      }
    }
    return mistakes
  }
}
