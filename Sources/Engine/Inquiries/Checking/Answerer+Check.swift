import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// A number from every side: as published, as computed, as first known, adjusted for season; and
  /// whether the accounts around it add up.
  package func check(_ query: Query) throws(Diagnostic) -> Answer {
    let inquiry = try Inquiry(query, self)
    guard inquiry.members.isEmpty, inquiry.plan.kind.nature != .truth, inquiry.phrase != nil else {
      throw Diagnostic(
        "needs-measure",
        "`check` looks at one measure for one period",
        at: query.expression.span,
        notes: ["as in `check exports yoy 2025-11`"]
      )
    }
    let check = CrossCheck(inquiry)
    var answer = Answer(
      reading: "check \(inquiry.query.expression)",
      description: ["\(inquiry.subjectWords), from every side", inquiry.spanLabel]
        .filter { !$0.isEmpty },
      content: .table(check.views.table(check.unit))
    )
    answer.context = check.verdicts + check.identities.map(\.sentence)
    answer.sources = inquiry.answer.sources
    return answer
  }
}
