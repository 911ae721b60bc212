import Engine
import Teaching

/// A lesson that somebody is taking: where they are, and what they have done.
package struct LessonRun: Sendable {
  package var plan: LessonPlan
  package var record: LessonRecord

  /// The number of the part that comes next: the question that is open, the step to be run.
  package var position = 0

  /// The session in which the steps of the lesson run, apart from that of the learner: what is
  /// right must not depend on what a learner defines.
  var desk: Boxed<Workspace>

  /// The number of an entry in the learner's session by that of the step.
  var numbers: [Int: Int] = [:]

  /// How far the steps have been run.
  var preparedParts = 0

  /// The file as it stands, before a student's values are filled in.
  var source: String
  var file: String

  /// True while the next line typed is the learner's name.
  package var isAskingName = false

  /// True where the vintage of the session was changed for the lesson.
  var hasOwnVintage = false

  /// When the learner was last heard of.
  var lastMoment = 0

  /// A problem with keeping the progress that has been mentioned.
  var hasMentionedStore = false

  package var part: LessonPlan.Part? {
    plan.parts.indices.contains(position) ? plan.parts[position] : nil
  }

  /// The question that is open; nil where none is.
  package var quiz: QuizBlock? {
    if case .quiz(let quiz)? = part { quiz } else { nil }
  }

  /// True for a question that awaits its answer.
  package var isOpen: Bool {
    guard let quiz, !isAskingName else { return false }
    return record[quiz.key].state == .open
  }

  package var isOver: Bool { position >= plan.parts.count }

  /// For the prompt: the name of the lesson and how far it is, such as `growth 3/12`.
  package var label: String {
    let name = plan.name.count > 20 ? plan.name.prefix(19) + "…" : plan.name[...]
    let stops = plan.parts.indices.filter { plan.parts[$0].isStop }
    if isAskingName { return "your name" }
    guard !isOver else { return "\(name) done" }
    let passed = stops.count { $0 < position }
    return "\(name) \(min(passed + 1, stops.count))/\(stops.count)"
  }

  /// The name under which progress is kept.
  var storeName: String {
    let student = record.student.isEmpty ? "" : "." + record.student.forFileName
    return "\(plan.name.forFileName)\(student).json"
  }

  /// Adds the time since the last entry to the open question; breaks count as ten minutes at most.
  mutating func spend(until moment: Int) {
    if isOpen, let quiz {
      record[quiz.key].seconds += max(0, min(moment - lastMoment, 600))
    }
    lastMoment = moment
  }

  /// The number of a question among all, from 1.
  func number(of quiz: QuizBlock) -> Int {
    (plan.quizzes.firstIndex { $0.key == quiz.key } ?? 0) + 1
  }
}

/// A value kept apart, so that a workspace can hold a lesson that holds a workspace.
indirect enum Boxed<Value: Sendable>: Sendable {
  case value(Value)

  init(_ value: Value) { self = .value(value) }

  var value: Value {
    get {
      switch self {
      case .value(let value): value
      }
    }
    set { self = .value(newValue) }
  }
}

extension String {
  /// Letters, digits and hyphens alone, so that a name is a name of a file and leads nowhere.
  fileprivate var forFileName: String {
    let plain = lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    return String(plain.prefix(36))
  }
}
