extension InteractiveEditor {
  enum Direction {
    case backward
    case forward
  }

  /// The nearest place between two characters as a reader sees them.
  private func boundary(_ direction: Direction) -> Int {
    let scalars = engine.text
    let cursor = engine.cursor
    var end = 0
    for character in String(scalars) {
      let start = end
      end += character.unicodeScalars.count
      if direction == .backward, end >= cursor { return start }
      if direction == .forward, end > cursor { return end }
    }
    return end
  }

  func move(_ direction: Direction) {
    engine.cursor = boundary(direction)
  }

  func delete(_ direction: Direction) {
    let cursor = engine.cursor
    let other = boundary(direction)
    engine.replace(min(cursor, other)..<max(cursor, other), with: "")
  }

  func moveByWord(_ direction: Direction) {
    let scalars = engine.text
    let parts = (String(scalars[..<engine.cursor]), String(scalars[engine.cursor...]))
    switch direction {
    case .backward:
      var rest = Substring(parts.0)
      while let last = rest.last, !last.isPartOfWord { rest.removeLast() }
      while let last = rest.last, last.isPartOfWord { rest.removeLast() }
      engine.cursor = rest.unicodeScalars.count
    case .forward:
      let rest = parts.1.drop { !$0.isPartOfWord }.drop(while: \.isPartOfWord)
      engine.cursor = scalars.count - rest.unicodeScalars.count
    }
  }

  // MARK: Lines of one entry

  private func lineStart(_ index: Int, in scalars: [Unicode.Scalar]) -> Int {
    scalars[..<index].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  private func lineEnd(_ index: Int, in scalars: [Unicode.Scalar]) -> Int {
    scalars[index...].firstIndex(of: "\n") ?? scalars.count
  }

  func moveToLineStart() {
    engine.cursor = lineStart(engine.cursor, in: engine.text)
  }

  func moveToLineEnd() {
    engine.cursor = lineEnd(engine.cursor, in: engine.text)
  }

  /// Goes to the line above or below in the entry, or from its edge through the history.
  func moveVertically(_ step: Int) {
    let scalars = engine.text
    let start = lineStart(engine.cursor, in: scalars)
    let end = lineEnd(engine.cursor, in: scalars)
    let column = displayWidth(of: String(scalars[start..<engine.cursor]))
    if step < 0, start > 0 {
      move(toColumn: column, in: lineStart(start - 1, in: scalars)..<(start - 1), of: scalars)
    } else if step > 0, end < scalars.count {
      move(toColumn: column, in: (end + 1)..<lineEnd(end + 1, in: scalars), of: scalars)
    } else {
      recall(step < 0 ? .older : .newer)
    }
  }

  private func move(toColumn column: Int, in line: Range<Int>, of scalars: [Unicode.Scalar]) {
    var left = column
    let before = String(scalars[line]).prefix { character in
      left -= character.displayWidth
      return left >= 0
    }
    engine.cursor = line.lowerBound + before.unicodeScalars.count
  }
}
