import Language

/// Text whose parts know what they are, not how they look; a painter decides that at the end.
///
/// No part holds a control character: what data or input brings along is written out visibly.
package struct StyledText: Equatable, Sendable {
  /// What a part of the text is.
  package enum Role: CaseIterable, Sendable {
    case plain, heading, reading, number, positive, negative, missing
    case note, label, dim, error, caret, fix
    /// What belongs to one of the series of a drawing.
    case firstSeries, secondSeries, thirdSeries, fourthSeries
  }

  package struct Span: Equatable, Sendable {
    package var text: String
    package var role: Role
  }

  package var lines: [Line]

  package init(_ lines: [Line] = []) { self.lines = lines }

  package mutating func append(_ line: Line) { lines.append(line) }

  package mutating func append(_ text: StyledText) { lines += text.lines }

  /// Adds a line of a single role.
  package mutating func append(_ text: String, as role: Role = .plain) {
    lines.append(Line(text, as: role))
  }

  /// The lines without any styling.
  package var plainLines: [String] { lines.map(\.plain) }
}

extension StyledText {
  /// One line of styled text.
  package struct Line: Equatable, Sendable {
    package private(set) var spans: [Span] = []

    /// The columns that the line takes on a screen.
    package private(set) var width = 0

    package init() {}

    package init(_ text: String, as role: Role = .plain) { append(text, as: role) }

    package mutating func append(_ text: String, as role: Role = .plain) {
      guard !text.isEmpty else { return }
      let text = text.isPrintableASCII ? text : text.visible
      width += displayWidth(text)
      if let last = spans.indices.last, spans[last].role == role {
        spans[last].text += text
      } else {
        spans.append(Span(text: text, role: role))
      }
    }

    package mutating func append(_ line: Line) {
      for span in line.spans { append(span.text, as: span.role) }
    }

    /// Adds spaces until the line is at least `width` columns wide.
    package mutating func pad(to width: Int) {
      append(String(repeating: " ", count: max(0, width - self.width)))
    }

    /// The text without any styling.
    package var plain: String { spans.map(\.text).joined() }
  }
}

extension String {
  fileprivate var isPrintableASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}
