/// What the program knows about its language; the editor knows nothing of it.
///
/// All offsets are UTF-8 offsets into the text. The functions are called while the user types, so
/// they have to be fast and must not print.
package struct Hooks {
  /// The looks of the parts of a text.
  package var highlight: (_ text: String) -> [StyledRun] = { _ in [] }

  /// What may stand at the cursor.
  package var complete: (_ text: String, _ cursor: Int) -> Completions = { _, cursor in
    Completions(replacing: cursor..<cursor, [])
  }

  /// What would follow the text when no earlier entry says it.
  package var ghost: (_ text: String) -> String? = { _ in nil }

  /// Whether an earlier entry may still be offered behind the cursor.
  package var isAcceptable: (_ text: String) -> Bool = { _ in true }

  /// What to say at the right edge, such as the type of the text.
  package var rightPrompt: (_ text: String) -> StyledText? = { _ in nil }

  /// Whether Enter ends the entry; if not, it starts another line of it.
  package var isComplete: (_ text: String) -> Bool = { _ in true }

  /// Whether an entry holds a secret and has no place in the history.
  package var isPrivate: (_ text: String) -> Bool = { _ in false }

  /// What to show below for `?`; nil when the `?` is part of the text.
  package var help: (_ text: String, _ cursor: Int) -> [StyledText]? = { _, _ in nil }

  package init() {}
}

/// Candidates for a part of the text.
package struct Completions: Equatable, Sendable {
  /// The part that a candidate replaces; it begins before the cursor or at it.
  package var range: Range<Int>
  package var candidates: [Candidate]

  package init(replacing range: Range<Int>, _ candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
  }
}

/// One text that could stand at the cursor.
package struct Candidate: Equatable, Sendable {
  package var text: String
  package var description: String

  /// What follows the candidate once it is chosen at the end of the text.
  package var ending: String

  package init(_ text: String, description: String = "", ending: String = " ") {
    self.text = text
    self.description = description
    self.ending = ending
  }
}

/// How the reading of one entry ended.
package enum Outcome: Equatable, Sendable {
  case line(String)
  /// ^C: the entry is given up, and the session goes on.
  case interrupted
  /// ^D on an empty entry, or the end of the input.
  case end
}
