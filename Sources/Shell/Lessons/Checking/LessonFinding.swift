/// Something that a teacher should know about a lesson before a class takes it.
package struct LessonFinding: Equatable, Sendable {
  package var severity: Severity
  /// The line of the file, counted from 1.
  package var line: Int
  package var text: String

  package enum Severity: String, CaseIterable, Sendable {
    /// The lesson does not work.
    case error
    /// It works, and something about it looks like a mistake.
    case warning
    /// What cannot be told apart by the numbers of this question.
    case advice
  }

  package init(_ severity: Severity, _ line: Int, _ text: String) {
    self.severity = severity
    self.line = line
    self.text = text
  }
}
