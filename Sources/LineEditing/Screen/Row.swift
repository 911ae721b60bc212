/// One row of the screen, never wider than the terminal.
struct Row: Equatable {
  /// What to print: text and styles, ending in the plain style.
  private(set) var bytes = ""
  private(set) var width = 0

  /// Whether the text of the row above, which is full, goes on here.
  var continues: Bool

  /// Whether it holds a character that terminals draw in different widths.
  private(set) var isDisputed = false

  private var style = Style.plain

  init(continues: Bool = false) {
    self.continues = continues
  }

  mutating func append(_ text: String, width added: Int, _ style: Style, _ depth: ColourDepth) {
    switchTo(style, depth)
    bytes += text
    width += added
  }

  /// Appends a character of disputed width, and names the column that the next one goes to.
  mutating func appendDisputed(_ text: String, _ style: Style, _ depth: ColourDepth) {
    append(text, width: 2, style, depth)
    isDisputed = true
  }

  /// Makes the terminal go on where this row believes that it is.
  mutating func resynchronise() {
    bytes += "\u{1B}[\(width + 1)G"
  }

  mutating func close() {
    switchTo(.plain, .none)
  }

  private mutating func switchTo(_ next: Style, _ depth: ColourDepth) {
    guard next != style else { return }
    bytes += next.sequence(for: depth)
    style = next
  }
}

/// A cell of the screen, counted from the upper left.
struct Position: Equatable {
  var row = 0
  var column = 0
}

/// Everything that an entry shows: its rows from the prompt to the menu, and the cursor.
struct Picture: Equatable {
  var rows = [Row()]
  var cursor = Position()
}
