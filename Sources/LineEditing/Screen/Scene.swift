/// An entry as it is to be seen, before it is laid out for one size of terminal.
struct Scene {
  var prompt: Prompt = "> "
  var text = ""

  /// A UTF-8 offset into the text; nil for an entry that is over.
  var cursor: Int?
  var runs: [StyledRun] = []

  /// Text that could follow, in its style.
  var ghost = StyledText()
  var right: StyledText?

  /// What marks the end of the entry, such as `^C`.
  var ending = StyledText()

  /// The rows of the entry, and where the cursor is.
  ///
  /// Rows below it are for the caller to add.
  func picture(size: Terminal.Size, depth: ColourDepth) -> Picture {
    var layout = Layout(columns: size.columns, depth: depth)
    let prompt = prompt.fitting(layout.columns)
    layout.append(prompt.first)
    let cursor = append(text, to: &layout, continuation: prompt.continuation)
    layout.append(ending)
    appendGhost(to: &layout, height: size.rows)
    layout.close()
    if let right, !right.isEmpty { layout.appendRight(right, to: 0) }
    return Picture(rows: layout.rows, cursor: cursor)
  }

  private func append(
    _ text: String,
    to layout: inout Layout,
    continuation: StyledText
  ) -> Position {
    let (looks, styles) = looks
    var position: Position?
    var offset = 0
    for character in text {
      let length = character.utf8.count
      if let cursor, position == nil, cursor < offset + length {
        position = cell(for: character, in: &layout)
      }
      layout.append(character, styles[looks[offset]])
      if character.isNewline { layout.append(continuation) }
      offset += length
    }
    if let position { return position }
    return cursor == nil ? layout.end : cell(for: "\n", in: &layout)
  }

  /// The cell of the cursor.
  ///
  /// At the end of a line it needs one of its own.
  private func cell(for character: Character, in layout: inout Layout) -> Position {
    let width = max(1, character.displayWidth)
    let position = layout.position(ofWidth: width)
    if character.isNewline, position.row > layout.end.row { layout.startRow(continues: true) }
    return position
  }

  /// For each byte of the text, which of the styles it has.
  private var looks: (indices: [Int], styles: [Style]) {
    var styles = [Style.plain]
    var indices = Array(repeating: 0, count: text.utf8.count)
    for run in runs {
      let range = run.range.clamped(to: 0..<indices.count)
      styles.append(run.style)
      for offset in range { indices[offset] = styles.count - 1 }
    }
    return (indices, styles)
  }

  /// As much of the ghost as there is room for, on the screen and in its first line.
  private func appendGhost(to layout: inout Layout, height: Int) {
    for piece in ghost.pieces {
      for character in piece.text {
        let width = max(1, character.displayWidth)
        let isBelow = layout.position(ofWidth: width).row >= max(height, layout.end.row + 1)
        if character.isNewline || isBelow { return }
        layout.append(character, piece.style)
      }
    }
  }
}
