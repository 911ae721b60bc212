import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// One sentence that can be printed: who, what, how much, when, against what.
  package func say(_ query: Query) throws(Diagnostic) -> Answer {
    let inquiry = try Inquiry(query, self)
    guard inquiry.isSayable else {
      throw Diagnostic(
        "needs-number",
        "one sentence holds one number or one ranking; this has more",
        at: query.expression.span,
        notes: ["choose a period or one of the columns"]
      )
    }
    let sentence = PrintedSentence(inquiry).text
    var answer = Answer(
      reading: "say \(inquiry.query.expression)",
      content: .text(sentence.broken(at: 78))
    )
    answer.description = ["one sentence on \(inquiry.query.expression)"]
    answer.notes = inquiry.answer.notes
    answer.sources = inquiry.answer.sources
    return answer
  }
}

extension Inquiry {
  /// True for one number, the last of a series, and members with one number each.
  fileprivate var isSayable: Bool {
    switch answer.content {
    case .scalar, .series, .check: return true
    case .table(let table):
      guard let first = table.columns.first?.values.first, case .label = first else { return false }
      if case .versus = query.expression { return false }
      return !query.expression.isSeasonal && plan.kind.isScalar
    case .periods, .text: return false
    }
  }
}
