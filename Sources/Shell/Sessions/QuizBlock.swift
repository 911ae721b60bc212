/// An exercise: a question, the query whose value answers it, hints, and what wrong answers mean.
package struct QuizBlock: Equatable, Sendable {
  package var id: String?
  /// A query whose value is right.
  package var answer: String?
  /// How many hints are given; nil: all.
  package var hintCount: Int?
  /// When the learner may go on without an answer, such as `after-2`.
  package var skip: String?

  package var question: String
  package var hints: [String] = []
  package var diagnoses: [Diagnosis] = []

  /// The line of the file, counted from 1, at which the block opens.
  package var lineNumber: Int

  /// The block as it stands in the file.
  package var text: String

  /// A wrong answer that was foreseen, and what to say to it.
  package struct Diagnosis: Equatable, Sendable {
    package var query: String
    package var explanation: String
  }

  init(_ attributes: AttributeList, lines: [Substring], lineNumber: Int, text: String) {
    id = attributes["id"]
    answer = attributes["answer"]
    hintCount = attributes["hints"].flatMap { Int($0) }
    skip = attributes["skip"]
    self.lineNumber = lineNumber
    self.text = text
    var question: [Substring] = []
    for line in lines {
      if line.hasPrefix("- hint:") {
        hints.append(String(line.dropFirst(7).trimmed))
      } else if let diagnosis = Diagnosis(line) {
        diagnoses.append(diagnosis)
      } else {
        question.append(line)
      }
    }
    self.question = String(question.joined(separator: "\n")[...].trimmed)
  }
}

extension QuizBlock.Diagnosis {
  /// Reads a line such as `- if "exports yoy": That is one month`.
  fileprivate init?(_ line: Substring) {
    guard line.hasPrefix("- if \"") else { return nil }
    let rest = line.dropFirst(6)
    guard let close = rest.firstIndex(of: "\"") else { return nil }
    let behind = rest[rest.index(after: close)...].trimmed
    guard behind.first == ":" else { return nil }
    query = String(rest[..<close])
    explanation = String(behind.dropFirst().trimmed)
  }
}
