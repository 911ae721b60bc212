import Engine
import Language

/// Exports are taken for the balance, or the balance for exports.
enum FlowForBalance: Misconception {
  static let page = MisconceptionPage(
    name: "flow-for-balance",
    summary: "Exports (or imports, or both together) are taken for the balance.",
    right: "surplus 2025",
    wrong: "exports 2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    let flows: [(measure: String, direction: Qualifiers.Direction, sentence: String)] = [
      ("exports", .to, "Those are exports; the balance takes imports off them."),
      ("imports", .from, "Those are imports; the balance is exports less imports."),
      ("trade", .with, "Those are exports and imports together; the balance is their difference."),
    ]
    return flows.flatMap { flow in
      question.mistake(flow.sentence, asked: "exports less imports") { phrase in
        guard ["surplus", "deficit"].contains(phrase.measure) else { return }
        phrase.take(measure: flow.measure, with: flow.direction)
      }
    }
  }
}
