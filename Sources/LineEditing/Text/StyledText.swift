/// One line of text whose parts look different.
package struct StyledText: Equatable, Sendable, ExpressibleByStringLiteral {
  package struct Piece: Equatable, Sendable {
    package var text: String
    package var style: Style
  }

  package var pieces: [Piece]

  package init(_ text: String = "", _ style: Style = .plain) {
    pieces = text.isEmpty ? [] : [Piece(text: text, style: style)]
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    pieces.append(Piece(text: text, style: style))
  }

  package var plain: String { pieces.map(\.text).joined() }
  package var isEmpty: Bool { pieces.allSatisfy(\.text.isEmpty) }
  package var width: Int { pieces.reduce(0) { $0 + displayWidth(of: $1.text) } }
}

/// The look of one part of the edited text.
package struct StyledRun: Equatable, Sendable {
  /// UTF-8 offsets into the text; later runs cover earlier ones.
  package var range: Range<Int>
  package var style: Style

  /// A quoted text or a comment, whose parentheses do not match those of the language.
  package var isQuoted: Bool

  package init(_ range: Range<Int>, _ style: Style, isQuoted: Bool = false) {
    self.range = range
    self.style = style
    self.isQuoted = isQuoted
  }
}

/// What stands before the first line of an entry and before the others.
package struct Prompt: Equatable, Sendable, ExpressibleByStringLiteral {
  package var first: StyledText
  package var continuation: StyledText

  package init(_ first: StyledText, continuation: StyledText = "… ") {
    self.first = first
    self.continuation = continuation
  }

  package init(stringLiteral text: String) {
    self.init(StyledText(text))
  }

  /// On a narrow terminal, a prompt that would take half of it gives way.
  func fitting(_ columns: Int) -> Prompt {
    var copy = self
    if first.width * 2 > columns {
      copy.first = StyledText(columns < 6 ? ">" : "> ", first.pieces.first?.style ?? .plain)
    }
    if continuation.width * 2 > columns { copy.continuation = "" }
    return copy
  }
}
