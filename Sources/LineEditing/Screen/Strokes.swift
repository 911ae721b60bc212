/// The bytes that turn one picture into another.
///
/// A row that continues a full one is reached by letting the terminal wrap, so that copying and
/// resizing treat the two as one line. Rows with characters of disputed width are printed with
/// wrapping off.
struct Strokes {
  private let old: Picture
  private let columns: Int
  private(set) var bytes = ""

  /// The terminal's cursor.
  private var row: Int

  /// Whether it waits at the right edge, to wrap with the next character.
  private var isAtEdge = false

  init(from old: Picture, columns: Int) {
    self.old = old
    self.columns = columns
    row = old.cursor.row
  }

  /// The bytes as one update: without a flickering cursor, and at once where terminals can.
  var framed: String {
    guard bytes.utf8.count > 16 else { return bytes }
    return "\u{1B}[?2026h\u{1B}[?25l" + bytes + "\u{1B}[?25h\u{1B}[?2026l"
  }

  mutating func draw(_ new: Picture) {
    let changed = changedRows(new)
    for index in new.rows.indices where changed[index] {
      draw(new.rows[index], at: index)
    }
    if old.rows.count > new.rows.count {
      bytes += Strokes.vertical(from: row, to: new.rows.count) + "\r\u{1B}[J"
      row = new.rows.count
    }
    guard !bytes.isEmpty || new.cursor != old.cursor else { return }
    bytes += Strokes.vertical(from: row, to: new.cursor.row)
    bytes += new.cursor.column == 0 ? "\r" : "\u{1B}[\(new.cursor.column + 1)G"
  }

  private func changedRows(_ new: Picture) -> [Bool] {
    var changed = new.rows.indices.map { index in
      index >= old.rows.count || new.rows[index] != old.rows[index]
    }
    for index in new.rows.indices.dropFirst() where wraps(into: index, new) {
      if index >= old.rows.count || !wraps(into: index, old) { changed[index - 1] = true }
    }
    return changed
  }

  private func wraps(into index: Int, _ picture: Picture) -> Bool {
    picture.rows[index].continues && picture.rows[index].width > 0
  }

  private mutating func draw(_ content: Row, at index: Int) {
    let follows = isAtEdge && index == row + 1 && content.continues && content.width > 0
    if !follows || content.isDisputed { move(toRow: index) }
    if content.isDisputed {
      bytes += "\u{1B}[?7l\u{1B}[K" + content.bytes + "\u{1B}[?7h"
    } else {
      bytes += content.bytes
    }
    row = index
    if content.width < columns { bytes += "\u{1B}[K" }
    isAtEdge = content.width == columns && !content.isDisputed
  }

  /// Goes to the left edge of a row; rows below the old picture have to be made.
  private mutating func move(toRow index: Int) {
    if index < old.rows.count || index <= row {
      bytes += Strokes.vertical(from: row, to: index) + "\r"
      return
    }
    let last = max(row, min(old.rows.count - 1, index - 1))
    bytes += Strokes.vertical(from: row, to: last)
    bytes += String(repeating: "\r\n", count: index - last)
  }

  static func vertical(from row: Int, to target: Int) -> String {
    if target == row { return "" }
    return target < row ? "\u{1B}[\(row - target)A" : "\u{1B}[\(target - row)B"
  }
}
