import Guidance

/// How far an entry could be read: what colours, completion and help need while it is typed.
package struct Progress: Sendable {
  package var tokens: [Token]

  /// What the entry says; nil where it is empty or could not be read.
  package var statement: Statement?

  /// Why it could not be read.
  package var diagnostic: Diagnostic?

  /// What may stand at the furthest token that was looked at, without repeats, in the order in
  /// which the grammar asks.
  package var expectations: [Slot]

  /// The token of the expectations; the last one where everything before it makes sense.
  package var furthest: Int

  /// True where nothing is wrong but that the entry is not over: more of it would mend it.
  package var isUnfinished: Bool

  /// True where the expectations are those behind all that is written.
  package var isAtEnd: Bool { furthest == tokens.count - 1 }
}

/// Reads an entry as far as it goes.
package func progress(of source: String, _ vocabulary: Vocabulary) -> Progress {
  var parser = Parser(source, vocabulary)
  parser.isSuggesting = false
  var statement: Statement?
  var failure: Diagnostic?
  do throws(Diagnostic) {
    statement = try parser.entry()
  } catch {
    failure = error
  }
  var seen: Set<Slot> = []
  let isAtEnd = parser.furthest == parser.tokens.count - 1
  return Progress(
    tokens: parser.tokens,
    statement: statement,
    diagnostic: failure,
    expectations: parser.expectations.filter { seen.insert($0).inserted },
    furthest: parser.furthest,
    isUnfinished: failure?.isOfMissingPart(isAtEnd ? parser.tokens.last?.span.start : nil) ?? false
  )
}

extension Diagnostic {
  /// True for what the next words may still mend; `end` is the end of an entry that was read to it.
  fileprivate func isOfMissingPart(_ end: Int?) -> Bool {
    if code == "unclosed-quote" { return true }
    guard let end else { return false }
    if let span, span.start >= end { return true }
    return code.rawValue.contains("needs") || code.rawValue.hasPrefix("unclosed")
  }
}
