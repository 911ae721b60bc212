/// An exercise: a question, the computation whose value answers it, hints, and what wrong answers
/// mean.
package struct QuizBlock: Equatable, Sendable {
  package var id: String?
  /// A query whose value is right, or the answer as it stands.
  package var answer: String?
  /// The form of the answer, such as `period`; nil: that which the answer itself has.
  package var kind: String?
  /// How many hints are given; nil: all.
  package var hintCount: Int?
  /// When the learner may go on without an answer, such as `after-2`.
  package var skip: String?
  /// By how much a number may differ beyond its rounding, such as `0.1pp`.
  package var tolerance: String?
  /// `any` where a fall may be given with or without its sign.
  package var sign: String?

  package var question: String
  package var hints: [String] = []
  package var diagnoses: [Diagnosis] = []
  /// What is said once the question is answered.
  package var explanations: [String] = []
  /// The model answer of a question that nobody marks.
  package var model: String?

  /// Attributes that a quiz does not have.
  package var unknownAttributes: [String] = []

  /// The line of the file, counted from 1, at which the block opens.
  package var lineNumber: Int

  /// The block as it stands in the file.
  package var text: String

  /// A wrong answer that was foreseen, and what to say to it.
  package struct Diagnosis: Equatable, Sendable {
    package var query: String
    package var explanation: String
  }

  private static let attributes: Set<String> = [
    "id", "answer", "kind", "hints", "skip", "tolerance", "sign",
  ]

  init(_ attributes: AttributeList, lines: [Substring], lineNumber: Int, text: String) {
    id = attributes["id"]
    answer = attributes["answer"]
    kind = attributes["kind"]
    hintCount = attributes["hints"].flatMap { Int($0) }
    skip = attributes["skip"]
    tolerance = attributes["tolerance"]
    sign = attributes["sign"]
    unknownAttributes = attributes.attributes.map(\.name)
      .filter { !QuizBlock.attributes.contains($0) }
    self.lineNumber = lineNumber
    self.text = text
    question = ""
    var isInItem = false
    var question: [Substring] = []
    var items: [String] = []
    for line in lines {
      if QuizBlock.isItem(line) {
        items.append(String(line))
        isInItem = true
      } else if isInItem, line.first == " ", !line.trimmed.isEmpty {
        // An item goes on over indented lines.
        items[items.count - 1] += " " + line.trimmed
      } else {
        isInItem = false
        question.append(line)
      }
    }
    for item in items { add(item) }
    self.question = String(question.joined(separator: "\n")[...].trimmed)
  }

  private static let words = ["hint", "why", "model", "answer"]

  private static func isItem(_ line: Substring) -> Bool {
    line.hasPrefix("- if \"") || words.contains { line.hasPrefix("- \($0):") }
  }

  private mutating func add(_ item: String) {
    if let diagnosis = Diagnosis(item[...]) {
      diagnoses.append(diagnosis)
      return
    }
    guard let colon = item.firstIndex(of: ":") else { return }
    let text = String(item[item.index(after: colon)...].trimmed)
    switch item[..<colon].dropFirst(2) {
    case "hint": hints.append(text)
    case "why": explanations.append(text)
    case "model": model = text
    case "answer": answer = answer ?? text
    default: break
    }
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
