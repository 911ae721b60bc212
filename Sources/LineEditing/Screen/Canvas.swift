import Glibc

/// The part of the terminal that the editor paints: what it shows, and how to show another picture.
final class Canvas {
  private let output: Int32

  /// What the terminal shows now, as far as it fits.
  private(set) var shown = Picture()
  private(set) var size: Terminal.Size

  /// The first row of the whole picture that is on the screen.
  private var top = 0

  init(output: Int32) {
    self.output = output
    size = Terminal.size(of: output)
  }

  /// Starts at the left edge of an empty row, from which nothing is known.
  func begin() {
    size = Terminal.size(of: output)
    forget()
  }

  private func forget() {
    shown = Picture()
    top = 0
  }

  func write(_ text: String) {
    writeAll(text, to: output)
  }

  /// Paints the difference to what is shown, in one write.
  func show(_ picture: Picture) {
    let target = window(on: picture)
    var strokes = Strokes(from: shown, columns: size.columns)
    strokes.draw(target)
    shown = target
    if !strokes.bytes.isEmpty { write(strokes.framed) }
  }

  /// The rows around the cursor, when the screen is too low for all of them.
  private func window(on picture: Picture) -> Picture {
    let height = size.rows
    guard picture.rows.count > height else {
      top = 0
      return picture
    }
    top = min(top, picture.cursor.row)
    top = max(top, picture.cursor.row - height + 1)
    top = min(top, picture.rows.count - height)
    var part = picture
    part.rows = Array(picture.rows[top..<(top + height)])
    part.rows[0].continues = false
    part.cursor.row -= top
    return part
  }

  /// Leaves the picture where it is and goes to a new row below it.
  func end() {
    write(Strokes.vertical(from: shown.cursor.row, to: shown.rows.count - 1) + "\r\n")
    forget()
  }

  func clear() {
    write("\u{1B}[H\u{1B}[2J")
    forget()
  }

  /// Takes the picture away after the terminal got another size.
  ///
  /// Terminals reflow their lines: the rows that the old picture now has above the cursor are
  /// counted. The first row is cleared by itself, because some terminals move to their
  /// scroll-back what is cleared downwards from the top of the screen.
  func resized() {
    let old = shown
    begin()
    let columns = size.columns
    var above = 0
    var joined = 0
    for (index, row) in old.rows.enumerated() {
      if index > 0, !row.continues {
        above += max(1, (joined + columns - 1) / columns)
        joined = 0
      }
      if index == old.cursor.row {
        above += (joined + old.cursor.column) / columns
        break
      }
      joined += row.width
    }
    above = min(above, size.rows - 1)
    let up = Strokes.vertical(from: above, to: 0)
    write(up + "\r\u{1B}[2K\u{1B}7\u{1B}[1B\r\u{1B}[J\u{1B}8")
  }
}
