import Guidance
import Language

extension Answerer {
  /// Refuses `with total` and `with share` where there is nothing to add up, and says so where the
  /// table shows them without being asked.
  func checkAdditions(to answer: inout Answer, _ query: Query) throws(Diagnostic) {
    var shown: [String] = []
    for addition in query.presentation.additions {
      switch addition.extra {
      case .total:
        guard case .table(let table) = answer.content, table.total != nil else {
          throw nothingToAddUp(addition)
        }
        if !query.isRanking { shown.append("a total") }
      case .share:
        guard case .table(let table) = answer.content,
          table.columns.contains(where: { $0.name == "share" })
        else { throw nothingToAddUp(addition) }
        shown.append("shares")
      case .chart, .interval, .events, .fit: break
      }
    }
    guard !shown.isEmpty else { return }
    let what = shown.uniquedText.joined(separator: " and ")
    let text = "a table of members that add up shows \(what) without being asked"
    answer.notes.insert(Note("shown-anyway", text), at: 0)
  }

  private func nothingToAddUp(_ addition: Presentation.Addition) -> Diagnostic {
    let words = "with \(addition.extra.rawValue)"
    return Diagnostic(
      "needs-members",
      "`\(words)` needs one amount for each of some members that add up",
      at: addition.location.span,
      notes: ["as in `exports by partner 2024 \(words)`"],
      fix: Fix("leave it out", replacing: addition.location.span, with: "")
    )
  }
}

extension Query {
  /// True for `top 10 partners by exports`, whose members do not make the whole.
  fileprivate var isRanking: Bool {
    guard case .phrase(let phrase) = expression, case .ranking = phrase.head else { return false }
    return true
  }
}
