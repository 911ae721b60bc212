import Catalogue
import Guidance
import Reports

// The record as a file: kept between two sittings, and handed to the teacher.
extension LessonRecord {
  /// The version of the format.
  static let version = 1

  package var json: JSONValue {
    .object([
      JSONValue.Member("tradewind-lesson", .number("\(LessonRecord.version)")),
      JSONValue.Member("lesson", .string(lesson)),
      JSONValue.Member("student", .string(student)),
      JSONValue.Member("finished", .bool(isFinished)),
      JSONValue.Member(
        "place",
        .object([
          JSONValue.Member("part", .number("\(place.index)")),
          JSONValue.Member("key", .string(place.key)),
        ])
      ),
      JSONValue.Member("questions", .array(questions.map(\.json))),
    ])
  }

  /// Reads a record; throws where the text is none.
  package init(reading text: String, file: String) throws(Diagnostic) {
    let json = try JSON(reading: text, file: file)
    guard json["tradewind-lesson"] != nil, let lesson = json["lesson"]?.text else {
      throw Diagnostic("not-a-report", "'\(file)' is no report of a lesson")
    }
    self.init(lesson: lesson, student: json["student"]?.text ?? "")
    isFinished = json["finished"]?.text == "true"
    place.index = json["place"]?["part"].flatMap { Int($0.text) } ?? 0
    place.key = json["place"]?["key"]?.text ?? ""
    questions = (json["questions"]?.items ?? []).prefix(1_000).compactMap(QuestionRecord.init)
  }
}

extension QuestionRecord {
  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member("id", .string(id)),
      JSONValue.Member("state", .string(state.rawValue)),
      JSONValue.Member("hints", .number("\(hints)")),
      JSONValue.Member("seconds", .number("\(seconds)")),
      JSONValue.Member("attempts", .array(attempts.map(\.json))),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let id = json["id"]?.text, !id.isEmpty else { return nil }
    self.init(id: id)
    state = json["state"].flatMap { State(rawValue: $0.text) } ?? .open
    hints = max(0, json["hints"].flatMap { Int($0.text) } ?? 0)
    seconds = max(0, json["seconds"].flatMap { Int($0.text) } ?? 0)
    attempts = (json["attempts"]?.items ?? []).prefix(QuestionRecord.mostAttempts)
      .compactMap(Attempt.init)
  }
}

extension QuestionRecord.Attempt {
  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member("answer", .string(text)),
      JSONValue.Member("outcome", .string(outcome.rawValue)),
      JSONValue.Member("misconception", misconception.map(JSONValue.string) ?? .null),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let outcome = json["outcome"].flatMap({ Judgement.Outcome(rawValue: $0.text) }) else {
      return nil
    }
    let name = json["misconception"]?.text ?? ""
    self.init(json["answer"]?.text ?? "", outcome, name.isEmpty ? nil : name)
  }
}

extension JSON {
  fileprivate var items: [JSON] {
    if case .list(let items) = self { items } else { [] }
  }
}
