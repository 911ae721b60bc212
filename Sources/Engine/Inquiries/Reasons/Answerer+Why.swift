import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// What stands behind a number: its base, its parts, the calendar, revisions.
  ///
  /// Only what the figures support is said; a level is taken as its growth on a year earlier.
  package func why(_ query: Query) throws(Diagnostic) -> Answer {
    let asked = try query.spelledOut(on: bench).asGrowth(by: self)
    let reasons = Reasons(try Inquiry(asked, self))
    guard reasons.inquiry.value.cell.hasValue || reasons.isSigned else {
      throw Diagnostic(
        "nothing-matches",
        "there is no value to explain: \(reasons.inquiry.value.cell.absence)",
        at: query.expression.span
      )
    }
    var answer = Answer(
      reading: "why \(asked.expression)",
      content: .text([reasons.headline] + reasons.statements.lines(isNumbered: false))
    )
    answer.description = ["what stands behind \(asked.expression)"]
    answer.sources = reasons.inquiry.answer.sources
    return answer
  }
}

extension Query {
  /// The query as growth on a year earlier; of balances as the change, which has a meaning always.
  fileprivate func asGrowth(by answerer: Answerer) throws(Diagnostic) -> Query {
    guard case .phrase(var phrase) = expression, case .measure = phrase.head,
      !expression.isSeasonal
    else {
      throw Diagnostic(
        "needs-measure",
        "`why` looks at one measure, such as `why exports yoy 2025-11`",
        at: expression.span
      )
    }
    let plan = try answerer.resolver.plan(self)
    let isGrowth = phrase.transforms.contains {
      ["yoy", "mom", "qoq", "change"].contains($0.name.text)
    }
    let name = Name("yoy", at: phrase.location)
    if isGrowth {
      guard plan.kind.isSigned, phrase.transforms.last?.name.text == "yoy" else { return self }
      phrase.transforms[phrase.transforms.count - 1] = TransformCall(name, .expressed(.change))
    } else {
      // Balances and indices change by so much; amounts grow by so many percent.
      let isChange = plan.kind.isSigned || plan.kind.nature != .flow
      phrase.transforms.append(TransformCall(name, isChange ? .expressed(.change) : .none))
    }
    phrase.qualifiers.published = nil
    return Query(.phrase(phrase))
  }
}
