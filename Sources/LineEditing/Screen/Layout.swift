/// Lays styled characters out into rows.
struct Layout {
  let columns: Int
  let depth: ColourDepth
  private(set) var rows = [Row()]

  init(columns: Int, depth: ColourDepth) {
    self.columns = max(2, columns)
    self.depth = depth
  }

  /// Where the last row ends.
  var end: Position { Position(row: rows.count - 1, column: rows[rows.count - 1].width) }

  /// The cell that a character of this width goes to.
  func position(ofWidth width: Int) -> Position {
    let end = end
    return end.column + width > columns ? Position(row: end.row + 1, column: 0) : end
  }

  mutating func append(_ text: StyledText) {
    for piece in text.pieces {
      for character in piece.text { append(character, piece.style) }
    }
  }

  mutating func append(_ character: Character, _ style: Style) {
    if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F {
      appendCell(String(character), width: 1, style)
      return
    }
    if character.isNewline { return startRow(continues: false) }
    if character == "\t" {
      repeat { appendCell(" ", width: 1, style) } while end.column % 8 != 0
      return
    }
    if let byte = character.asciiValue {
      let letter = UnicodeScalar(byte == 0x7F ? UInt8(ascii: "?") : byte | 0x40)
      appendCell("^", width: 1, .reversed)
      appendCell(String(letter), width: 1, .reversed)
      return
    }
    if character.isEmojiSequence { return appendDisputed(character, style) }
    let width = character.displayWidth
    if width > 0 { return appendCell(String(character), width: width, style) }
    appendInvisible(character, style)
  }

  /// A mark without its letter gets a circle to sit on; what cannot be seen is named by number.
  private mutating func appendInvisible(_ character: Character, _ style: Style) {
    let isMark = character.unicodeScalars.allSatisfy {
      [.nonspacingMark, .enclosingMark, .spacingMark].contains($0.properties.generalCategory)
    }
    if isMark { return appendCell("\u{25CC}\(character)", width: 1, style) }
    for scalar in character.unicodeScalars {
      for digit in "<\(String(scalar.value, radix: 16))>" {
        appendCell(String(digit), width: 1, .reversed)
      }
    }
  }

  private mutating func appendCell(_ text: String, width: Int, _ style: Style) {
    if end.column + width > columns { startRow(continues: true) }
    rows[rows.count - 1].append(text, width: width, style, depth)
  }

  private mutating func appendDisputed(_ character: Character, _ style: Style) {
    if end.column + 2 > columns { startRow(continues: true) }
    rows[rows.count - 1].appendDisputed(String(character), style, depth)
    if end.column < columns { rows[rows.count - 1].resynchronise() }
  }

  mutating func startRow(continues: Bool) {
    rows[rows.count - 1].close()
    rows.append(Row(continues: continues))
  }

  /// Puts text at the right edge of a row that has room for it, and a space to spare on both sides.
  mutating func appendRight(_ text: StyledText, to row: Int) {
    let gap = columns - 1 - text.width - rows[row].width
    guard gap >= 2, row == rows.count - 1 || !rows[row + 1].continues else { return }
    rows[row].append(String(repeating: " ", count: gap), width: gap, .plain, depth)
    for piece in text.pieces {
      let width = displayWidth(of: piece.text)
      rows[row].append(piece.text, width: width, piece.style, depth)
    }
    rows[row].close()
  }

  mutating func close() {
    rows[rows.count - 1].close()
  }
}

extension Row {
  /// One row of text, cut at the edge.
  init(_ text: StyledText, columns: Int, depth: ColourDepth) {
    var layout = Layout(columns: columns, depth: depth)
    cutting: for piece in text.pieces {
      for character in piece.text {
        let width = max(1, character.displayWidth)
        guard !character.isNewline, layout.end.column + width < columns else { break cutting }
        layout.append(character, piece.style)
      }
    }
    layout.close()
    self = layout.rows[0]
  }
}
