import Engine

/// What an entry gave.
package struct Reply: Sendable {
  /// What to show; nil where there is nothing to say.
  package var answer: Answer?

  /// False for an expectation that does not hold.
  package var holds = true

  /// True where the session ends with it.
  package var quits = false

  /// False for entries that belong to the shell and not to the session, such as `help`.
  package var isRecorded = true

  package init(_ answer: Answer? = nil) { self.answer = answer }

  /// A reply of plain lines.
  package init(lines: [String]) {
    answer = Answer(reading: "", content: .text(lines))
  }
}
