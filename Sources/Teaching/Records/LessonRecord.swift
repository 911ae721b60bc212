/// How far a learner has come in a lesson, and what happened at every question.
///
/// It is kept on the learner's machine and goes nowhere by itself.
package struct LessonRecord: Equatable, Sendable {
  package var lesson: String
  package var student: String

  /// The part at which the learner is, by what it says: lessons change between two sittings.
  package var place = Place()
  package var isFinished = false
  package var questions: [QuestionRecord] = []

  package struct Place: Equatable, Sendable {
    package var key = ""
    /// The number of the part, for when nothing has its key.
    package var index = 0

    package init() {}
  }

  package init(lesson: String, student: String) {
    self.lesson = lesson
    self.student = student
  }

  /// The record of a question, made where there is none.
  package subscript(id: String) -> QuestionRecord {
    get { questions.first { $0.id == id } ?? QuestionRecord(id: id) }
    set {
      if let index = questions.firstIndex(where: { $0.id == id }) {
        questions[index] = newValue
      } else {
        questions.append(newValue)
      }
    }
  }
}

/// What happened at one question.
package struct QuestionRecord: Equatable, Sendable {
  package var id: String
  package var state = State.open
  package var attempts: [Attempt] = []
  package var hints = 0
  /// Seconds in front of the question; breaks of more than ten minutes count as ten.
  package var seconds = 0

  package enum State: String, Sendable {
    case open, right, skipped
    /// A sentence, which nobody marked.
    case answered
  }

  package struct Attempt: Equatable, Sendable {
    package var text: String
    package var outcome: Judgement.Outcome
    /// The name of the misconception that was found behind it.
    package var misconception: String?

    package init(_ text: String, _ outcome: Judgement.Outcome, _ misconception: String? = nil) {
      self.text = String(text.prefix(Attempt.longestText))
      self.outcome = outcome
      self.misconception = misconception
    }

    private static let longestText = 400
  }

  package init(id: String) { self.id = id }

  package var wrongAttempts: Int { attempts.count { $0.outcome == .wrong } }

  /// Attempts beyond these are counted for the policy of `skip`, but no longer kept.
  package static let mostAttempts = 200

  package mutating func add(_ attempt: Attempt) {
    if attempts.count < QuestionRecord.mostAttempts { attempts.append(attempt) }
  }
}
