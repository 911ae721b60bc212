/// A field of character cells on which a drawing for the terminal is composed.
struct TextGrid {
  let width: Int
  let height: Int
  private var cells: [Cell]

  private struct Cell {
    /// Nil behind a character that takes two columns.
    var character: Character? = " "
    var role = StyledText.Role.plain
  }

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: Cell(), count: width * height)
  }

  /// Writes a text to the right of a cell; what lies outside is cut off.
  mutating func put(_ text: String, _ column: Int, _ row: Int, as role: StyledText.Role = .plain) {
    guard (0..<height).contains(row) else { return }
    var at = column
    for character in text {
      let next = displayWidth(character)
      guard next > 0 else { continue }
      if at >= 0, at + next <= width {
        cells[row * width + at] = Cell(character: character, role: role)
        if next == 2 { cells[row * width + at + 1] = Cell(character: nil, role: role) }
      }
      at += next
    }
  }

  /// Writes a text that ends before a column.
  mutating func put(
    _ text: String,
    endingAt column: Int,
    _ row: Int,
    as role: StyledText.Role = .plain
  ) {
    put(text, column - displayWidth(text), row, as: role)
  }

  mutating func fill(
    _ character: Character,
    _ columns: Range<Int>,
    _ row: Int,
    as role: StyledText.Role = .plain
  ) {
    guard !columns.isEmpty else { return }
    put(String(repeating: character, count: columns.count), columns.lowerBound, row, as: role)
  }

  /// What stands in a cell; nil behind a character of two columns and outside of the field.
  func character(_ column: Int, _ row: Int) -> Character? {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return nil }
    return cells[row * width + column].character
  }

  /// The rows without the spaces at their ends.
  var lines: [StyledText.Line] {
    (0..<height).map { row in
      let cells = cells[(row * width)..<((row + 1) * width)]
      guard let last = cells.lastIndex(where: { $0.character != " " }) else {
        return StyledText.Line()
      }
      var line = StyledText.Line()
      var text = ""
      var role = StyledText.Role.plain
      for cell in cells[...last] {
        if cell.role != role, cell.character != " " {
          line.append(text, as: role)
          (text, role) = ("", cell.role)
        }
        if let character = cell.character { text.append(character) }
      }
      line.append(text, as: role)
      return line
    }
  }
}
