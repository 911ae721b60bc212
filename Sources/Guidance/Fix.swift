/// One proposal that comes with a diagnostic: words to read and, where possible, an edit to apply.
package struct Fix: Equatable, Sendable {
  /// The sentence shown, such as ``did you mean `Japan`?``.
  package var text: String

  /// The edit that carries the proposal out; nil where the user has to choose.
  package var edit: Edit?

  /// A part of the input and what to write instead.
  package struct Edit: Equatable, Sendable {
    package var span: SourceSpan
    package var replacement: String
  }

  package init(_ text: String) { self.text = text }

  package init(_ text: String, replacing span: SourceSpan, with replacement: String) {
    self.text = text
    edit = Edit(span: span, replacement: replacement)
  }

  /// The input with the edit applied; nil where there is no edit.
  package func applied(to source: String) -> String? {
    guard let edit else { return nil }
    let bytes = Array(source.utf8)
    guard edit.span.end <= bytes.count else { return nil }
    let head = String(decoding: bytes[..<edit.span.start], as: UTF8.self)
    let tail = String(decoding: bytes[edit.span.end...], as: UTF8.self)
    return head + edit.replacement + tail
  }
}
