/// What is behind the code of a diagnostic or a note: why it is so, and a query that shows it.
package struct Lesson: Sendable {
  package var code: String

  /// A few sentences; each is a line of its own.
  package var text: [String]

  /// A line that raises the code, and one that is right; either may be empty.
  package var wrong: String
  package var right: String

  package init(_ code: String, _ text: [String], wrong: String = "", right: String = "") {
    self.code = code
    self.text = text
    self.wrong = wrong
    self.right = right
  }

  /// The lesson as lines of at most 78 columns.
  package var lines: [String] {
    var lines = [code] + text.flatMap { $0.broken(at: 76) }.map { "  \($0)" }
    if !wrong.isEmpty || !right.isEmpty { lines.append("") }
    if !wrong.isEmpty { lines.append("  try   \(wrong)") }
    if !right.isEmpty { lines.append("  then  \(right)") }
    return lines
  }
}

/// The lesson on a code; nil where there is none.
package func lesson(on code: String) -> Lesson? { lessons.first { $0.code == code } }

/// Every lesson, by the parts of the language.
package let lessons: [Lesson] =
  unitLessons + placeLessons + timeLessons + syntaxLessons + sessionLessons + noteLessons
  + toolboxLessons + relationLessons + importLessons + serverLessons + teachingLessons
