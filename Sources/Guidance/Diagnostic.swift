/// Something worth telling the user about what they typed: what is wrong, where, and what helps.
///
/// Every stage throws exactly this type, where the cause is known, so that no stage translates
/// another's errors.
package struct Diagnostic: Error, Equatable, Sendable {
  /// A stable name such as `unknown-partner`, which sessions, tests and `explain CODE` use.
  package struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }
  }

  package var code: Code
  package var message: String

  /// The smallest part of the input that is to blame; nil where no part is.
  package var span: SourceSpan?

  /// Further facts, one line each.
  package var notes: [String]

  /// The one thing to try.
  package var fix: Fix?

  package init(
    _ code: Code,
    _ message: String,
    at span: SourceSpan? = nil,
    notes: [String] = [],
    fix: Fix? = nil
  ) {
    self.code = code
    self.message = message
    self.span = span
    self.notes = notes
    self.fix = fix
  }

  /// The same diagnostic, offering the candidate nearest to what was typed, if one is near.
  package func suggesting(_ typed: String, from candidates: some Sequence<String>) -> Diagnostic {
    guard let span, let best = closest(to: typed, in: candidates) else { return self }
    var copy = self
    copy.fix = Fix("did you mean `\(best)`?", replacing: span, with: best)
    return copy
  }

  package func with(fix: Fix) -> Diagnostic {
    var copy = self
    copy.fix = fix
    return copy
  }
}
