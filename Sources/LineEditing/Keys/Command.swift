internal import CEditline

/// What a key can be bound to, beside libedit's own commands.
enum Command: String, CaseIterable {
  case accept, newline, endOfInput = "end-of-input"
  case complete, help, search, paste, clear, undo, nothing
  case up, down, left, right, home, end
  case wordLeft = "word-left", wordRight = "word-right"
  case erase, delete
  case firstEntry = "first-entry", lastEntry = "last-entry"

  /// The name in an `.editrc` file.
  var name: String { "tradewind-" + rawValue }

  enum Effect {
    case goesOn
    case endsLine
    case endsInput
  }

  /// The commands as libedit wants them; it keeps the pointers to the names.
  nonisolated(unsafe) static let wideNamesAndFunctions = functions.map { command, function in
    (immortal(command.name), function)
  }

  /// The functions that libedit calls, which cannot capture anything.
  private static let functions: [(Command, editline_command)] = [
    (.accept, { pointer, _ in KeyEngine.run(.accept, pointer) }),
    (.newline, { pointer, _ in KeyEngine.run(.newline, pointer) }),
    (.endOfInput, { pointer, _ in KeyEngine.run(.endOfInput, pointer) }),
    (.complete, { pointer, _ in KeyEngine.run(.complete, pointer) }),
    (.help, { pointer, _ in KeyEngine.run(.help, pointer) }),
    (.search, { pointer, _ in KeyEngine.run(.search, pointer) }),
    (.paste, { pointer, _ in KeyEngine.run(.paste, pointer) }),
    (.clear, { pointer, _ in KeyEngine.run(.clear, pointer) }),
    (.undo, { pointer, _ in KeyEngine.run(.undo, pointer) }),
    (.nothing, { pointer, _ in KeyEngine.run(.nothing, pointer) }),
    (.up, { pointer, _ in KeyEngine.run(.up, pointer) }),
    (.down, { pointer, _ in KeyEngine.run(.down, pointer) }),
    (.left, { pointer, _ in KeyEngine.run(.left, pointer) }),
    (.right, { pointer, _ in KeyEngine.run(.right, pointer) }),
    (.home, { pointer, _ in KeyEngine.run(.home, pointer) }),
    (.end, { pointer, _ in KeyEngine.run(.end, pointer) }),
    (.wordLeft, { pointer, _ in KeyEngine.run(.wordLeft, pointer) }),
    (.wordRight, { pointer, _ in KeyEngine.run(.wordRight, pointer) }),
    (.erase, { pointer, _ in KeyEngine.run(.erase, pointer) }),
    (.delete, { pointer, _ in KeyEngine.run(.delete, pointer) }),
    (.firstEntry, { pointer, _ in KeyEngine.run(.firstEntry, pointer) }),
    (.lastEntry, { pointer, _ in KeyEngine.run(.lastEntry, pointer) }),
  ]
}
