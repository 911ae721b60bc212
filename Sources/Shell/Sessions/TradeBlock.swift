import Language

/// A transcript: inputs with the outputs that are expected of them.
package struct TradeBlock: Equatable, Sendable {
  package var attributes: TradeAttributes

  /// The line of the file, counted from 1, at which the block opens.
  package var lineNumber: Int

  package internal(set) var entries: [Entry] = []

  // Lines are kept with their line endings.
  var opening: String
  /// What stands behind the last entry: blank lines and comments.
  var trailing: [String] = []
  var closing = ""

  /// One input with its expected output.
  package struct Entry: Equatable, Sendable {
    /// The input without its prompts, its lines joined by line feeds.
    package var input: String
    package var lineNumber: Int

    /// Blank lines and comments before the input.
    var leading: [String]
    var inputLines: [String]
    /// Outputs, with the blank lines and comments between them.
    var bodyLines: [String] = []

    /// The expected output without its indentation; empty where none was recorded.
    package var expected: [String] {
      bodyLines.filter { !isComment($0) }.map { unindented(withoutEnding($0)) }
    }
  }

  var text: String {
    var text = opening
    for entry in entries {
      text += entry.leading.joined() + entry.inputLines.joined() + entry.bodyLines.joined()
    }
    return text + trailing.joined() + closing
  }

  /// Puts new output below an input; comments among the old output stay.
  mutating func replaceOutput(ofEntry i: Int, with output: [String]) {
    let ending = opening.hasSuffix("\r\n") ? "\r\n" : "\n"
    let comments = entries[i].bodyLines.filter(isComment)
    entries[i].bodyLines = recordable(output).map { $0 + ending } + comments
  }
}

/// Output as it stands in a file: without control characters and blank lines at its end, indented
/// so that no line looks like input, like a comment or like the end of the block.
func recordable(_ output: [String]) -> [String] {
  var lines = output.map { indented($0.visible) }
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}

private func indented(_ line: String) -> String {
  guard line.contains(where: { !$0.isBlank }) else { return "" }
  let trimmed = line.drop { $0 == " " }
  let looksLikeFence = trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~")
  return (looksLikeFence ? "    " : "  ") + line
}

private func unindented(_ line: Substring) -> String {
  String(line.hasPrefix("  ") ? line.dropFirst(2) : line.drop { $0 == " " })
}

/// True for a line that starts with `#`: a remark of the author, never output.
func isComment(_ line: String) -> Bool { line.utf8.first == UInt8(ascii: "#") }

func withoutEnding(_ line: String) -> Substring {
  // A carriage return with its line feed is one character.
  line.last == "\n" || line.last == "\r\n" ? line.dropLast() : line[...]
}
