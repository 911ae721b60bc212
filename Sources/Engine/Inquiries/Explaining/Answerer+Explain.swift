import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// The steps that lead to the value of a query, with the numbers in them.
  package func explain(_ query: Query) throws(Diagnostic) -> Answer {
    let query = query.spelledOut(on: bench)
    if case .versus(let columns) = query.expression { return try explain(columns, query) }
    let inquiry = try Inquiry(query, self)
    var lines = (Explainer(inquiry).steps + inquiry.scans).lines
    lines += inquiry.closingRemarks.flatMap { remark in
      remark.broken(at: 76).enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
    }
    var answer = Answer(reading: "explain \(query.expression)", content: .text(lines))
    answer.description = ["how \(query.expression) came about"]
    answer.notes = inquiry.answer.notes.filter { $0.code != "mixed-vintages" }
    answer.sources = inquiry.answer.sources
    return answer
  }

  /// Columns are explained one after the other.
  private func explain(
    _ columns: [Expression],
    _ query: Query
  ) throws(Diagnostic) -> Answer {
    var answer = Answer(reading: "explain \(query.expression)", content: .text([]))
    answer.description = ["how \(query.expression) came about"]
    var lines: [String] = []
    for column in columns {
      let part = try explain(Query(column))
      if case .text(let steps) = part.content { lines += ["\(column)"] + steps }
      answer.notes += part.notes.filter { !answer.notes.contains($0) }
      answer.sources += part.sources.filter { !answer.sources.contains($0) }
    }
    answer.content = .text(lines)
    return answer
  }
}
