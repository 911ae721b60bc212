import Guidance

// The lines of a block up to the fence that closes it.
extension SessionReader {
  mutating func tradeBlock(
    from opening: Line,
    _ fence: Fence,
    _ attributes: AttributeList
  ) throws(Diagnostic) -> TradeBlock {
    var block = TradeBlock(
      attributes: try TradeAttributes(attributes),
      lineNumber: opening.number,
      opening: raw(opening)
    )
    // Blank lines and comments belong to the output only if more output follows them.
    var pending: [String] = []
    var isInInput = false
    while let line = next() {
      if fence.isClosed(by: bytes[line.start..<line.end]) {
        block.trailing = pending
        block.closing = raw(line)
        return block
      }
      let text = raw(line)
      if let input = content(line).prompted(by: ">") {
        block.entries.append(
          TradeBlock.Entry(
            input: input,
            lineNumber: line.number,
            leading: pending,
            inputLines: [text]
          )
        )
        pending = []
        isInInput = true
        continue
      }
      let last = block.entries.count - 1
      if isInInput, let more = content(line).prompted(by: ".") {
        block.entries[last].input += "\n" + more
        block.entries[last].inputLines.append(text)
        continue
      }
      isInInput = false
      if last < 0 || isComment(text) || content(line).allSatisfy(\.isBlank) {
        pending.append(text)
      } else {
        block.entries[last].bodyLines += pending + [text]
        pending = []
      }
    }
    throw unclosed(opening, "trade")
  }

  mutating func quizBlock(
    from opening: Line,
    _ fence: Fence,
    _ attributes: AttributeList
  ) throws(Diagnostic) -> QuizBlock {
    var lines: [Substring] = []
    while let line = next() {
      if fence.isClosed(by: bytes[line.start..<line.end]) {
        return QuizBlock(
          attributes,
          lines: lines,
          lineNumber: opening.number,
          text: string(opening.start, line.next)
        )
      }
      lines.append(content(line)[...])
    }
    throw unclosed(opening, "quiz")
  }

  private func unclosed(_ opening: Line, _ name: String) -> Diagnostic {
    Diagnostic(
      "unclosed-block",
      "line \(opening.number) opens a `\(name)` block and no fence closes it",
      at: SourceSpan(opening.start, opening.end)
    )
  }
}

extension String {
  /// The text behind a prompt and its space; nil where the line does not start with the prompt.
  fileprivate func prompted(by prompt: Character) -> String? {
    guard first == prompt else { return nil }
    let rest = dropFirst()
    guard let space = rest.first else { return "" }
    return space == " " ? String(rest.dropFirst()) : nil
  }
}
