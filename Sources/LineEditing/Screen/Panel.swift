/// What may stand below an entry.
protocol Panel {
  /// At most `room` lines, each cut at the edge of the terminal.
  func lines(columns: Int, room: Int, palette: Palette) -> [StyledText]
}

/// Lines of help, as many as there is room for.
struct HelpPanel: Panel {
  let text: [StyledText]

  /// The first line that is shown.
  var top = 0

  func lines(columns: Int, room: Int, palette: Palette) -> [StyledText] {
    guard text.count > room else { return text }
    let visible = max(1, room - 1)
    let first = min(top, text.count - visible)
    let rest = text.count - first - visible
    let status = rest > 0 ? "\(rest) more lines: PageDown" : "PageUp"
    return text[first..<(first + visible)] + [StyledText(status, palette.status)]
  }

  /// Scrolls by a page.
  mutating func turn(_ pages: Int, room: Int) {
    let visible = max(1, room - 1)
    top = max(0, min(text.count - visible, top + pages * visible))
  }
}

extension StyledText {
  /// This text in exactly so many columns: cut, or filled with spaces of a style.
  func fitted(to width: Int, filling: Style = .plain) -> StyledText {
    var fitted = StyledText()
    var left = width
    for piece in pieces {
      let part = piece.text.prefix { character in
        let width = character.displayWidth
        guard width <= left else { return false }
        left -= width
        return true
      }
      fitted.append(String(part), piece.style)
      if part.endIndex < piece.text.endIndex { break }
    }
    if left > 0 { fitted.append(String(repeating: " ", count: left), filling) }
    return fitted
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var joined = left
    joined.pieces += right.pieces
    return joined
  }
}
