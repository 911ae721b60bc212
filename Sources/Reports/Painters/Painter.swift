/// Turns styled text into the characters of one kind of place: a pipe, a terminal, a page.
package protocol Painter: Sendable {
  func paint(_ line: StyledText.Line) -> String
}

extension Painter {
  /// All lines, each with its line ending.
  package func paint(_ text: StyledText, lineEnding: String = "\n") -> String {
    var result = ""
    for line in text.lines {
      result += paint(line)
      result += lineEnding
    }
    return result
  }
}
