import Guidance
import Language

/// A diagnostic as it is read: the sentence, the line to blame with carets below, what helps.
///
/// ```
/// error[unknown-partner]: I do not know a partner called 'Jpan'
///   │ exports to Jpan yoy
///   │            ^^^^
///   = did you mean `Japan`?
/// ```
package func diagnosticText(
  _ diagnostic: Diagnostic,
  in source: String,
  width: Int = 80
) -> StyledText {
  var text = StyledText()
  var first = StyledText.Line("error[\(diagnostic.code.rawValue)]", as: .error)
  first.append(": ")
  first.append(diagnostic.message, as: .heading)
  text.append(first)
  if let span = diagnostic.span {
    let excerpt = Excerpt(of: source, at: span, width: width - 4)
    text.append(barred(excerpt.line, as: .plain))
    text.append(barred(excerpt.carets, as: .caret))
  }
  for note in diagnostic.notes {
    text.append(StyledText.Line("  · \(note)", as: .note))
  }
  if let fix = diagnostic.fix {
    var line = StyledText.Line("  = ", as: .dim)
    line.append(fix.text, as: .fix)
    text.append(line)
  }
  return text
}

private func barred(_ content: String, as role: StyledText.Role) -> StyledText.Line {
  var line = StyledText.Line("  │ ", as: .dim)
  line.append(content, as: role)
  return line
}

/// The line of a source that holds the start of a span, cut to what fits around the span.
struct Excerpt: Equatable {
  var line: String
  /// Spaces and carets to stand below the line.
  var carets: String

  init(of source: String, at span: SourceSpan, width: Int) {
    let bytes = Array(source.utf8)
    let newline = UInt8(ascii: "\n")
    let start = min(span.start, bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let lineEnd = bytes[start...].firstIndex(of: newline) ?? bytes.count
    let end = min(max(span.end, start), lineEnd)

    let before = String(decoding: bytes[lineStart..<start], as: UTF8.self).visible
    let marked = String(decoding: bytes[start..<end], as: UTF8.self).visible
    let after = String(decoding: bytes[end..<lineEnd], as: UTF8.self).visible

    // Cut from the left first: what was understood stands before the span.
    let shown = truncated(marked, to: width * 2 / 3)
    let room = width - max(1, displayWidth(shown))
    let head = tail(of: before, width: max(room * 2 / 3, room - displayWidth(after)))
    line = head + shown + truncated(after, to: width - displayWidth(head + shown))
    carets =
      String(repeating: " ", count: displayWidth(head))
      + String(repeating: "^", count: max(1, displayWidth(shown)))
  }
}

/// The end of a text in a number of columns, an ellipsis before it where something was cut.
private func tail(of text: String, width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  return "…" + String(truncated(String(text.reversed()), to: width).dropLast().reversed())
}
