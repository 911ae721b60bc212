import Engine
import Reports

/// What an entry gave.
package struct Reply: Sendable {
  /// What to show; nil where there is nothing to say.
  package var answer: Answer?

  /// False for an expectation that does not hold.
  package var holds = true

  /// True where the session ends with it.
  package var quits = false

  /// True where the screen is to be empty with it.
  package var clearsScreen = false

  /// False for entries that belong to the shell and not to the session, such as `help`.
  package var isRecorded = true

  /// What a lesson says, below the answer where there is one.
  package var page: StyledText?

  /// A text for the next entry to begin with.
  package var preload: String?

  /// True where the session that was left open before has been taken up, or is not wanted.
  package var settlesRecovery = false

  package init(_ answer: Answer? = nil) { self.answer = answer }

  /// A reply of plain lines.
  package init(lines: [String]) {
    answer = Answer(reading: "", content: .text(lines))
  }
}
