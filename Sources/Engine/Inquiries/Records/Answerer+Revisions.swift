import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// Every vintage of one figure: a level, the source's own growth of it, or the parts of a balance.
  package func revisions(of query: Query) throws(Diagnostic) -> Answer {
    let inquiry = try Inquiry(query, self)
    let scans = inquiry.plan.scans
    let requests = scans.flatMap { scan in
      scan.requests.map(\.request) + (scan.fallback.map { [$0] } ?? [])
    }
    guard let first = scans.first, !requests.isEmpty, first.each == nil, inquiry.hasSpan else {
      throw Diagnostic(
        "needs-measure",
        "revisions are those of one figure: a measure for one period",
        at: query.expression.span,
        notes: ["as in `revisions of exports 2025-11`"]
      )
    }
    let span = inquiry.span
    let histories = requests.map { RevisionHistory($0, span, self, isRate: first.isExact) }
      .filter { !$0.records.isEmpty }
    guard !histories.isEmpty else {
      throw Diagnostic(
        "nothing-matches",
        "\(span.label) was never published as one figure, so it has no vintages of its own",
        at: query.expression.span,
        notes: ["`explain` shows what it is made of; `revisions of` each part shows theirs"]
      )
    }
    var answer = Answer(
      reading: "revisions of \(inquiry.query.expression)",
      description: ["vintages of \(inquiry.subjectWords)", span.label],
      content: .table(histories.table)
    )
    answer.context = histories.compactMap(\.summary)
    let sources = histories.flatMap(\.records).reduce(SourceSet.none) {
      $0.union($1.origin.sources)
    }
    answer.sources = sources.members.map { bench.data.sources[Int($0)] }
    return answer
  }
}
