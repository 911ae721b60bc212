import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// One sentence that can be printed: who, what, how much, when, against what.
  package func say(_ query: Query) throws(Diagnostic) -> Answer {
    let inquiry = try Inquiry(query, self)
    let sentence = PrintedSentence(inquiry).text
    var answer = Answer(reading: "say \(query.expression)", content: .text(sentence.broken(at: 78)))
    answer.description = ["one sentence on \(query.expression)"]
    answer.notes = inquiry.answer.notes
    answer.sources = inquiry.answer.sources
    return answer
  }
}
