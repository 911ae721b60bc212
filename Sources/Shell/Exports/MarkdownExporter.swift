import Engine
import Language
import Reports

/// Writes Markdown for a page elsewhere: queries as code, answers as tables, sources as footnotes.
package enum MarkdownExporter: SessionExporter {
  package static let ending = ".md"

  package static func text(of session: ExportedSession) -> String {
    var blocks: [String] = []
    for part in session.parts {
      switch part {
      case .prose(let prose):
        let text = prose.trimmingBlankLines.split(omittingEmptySubsequences: false) { $0.isNewline }
          .map { String($0).visible }.joined(separator: "\n")
        if !text.isEmpty { blocks.append(text) }
      case .quiz(let quiz): blocks.append(quiz.question)
      case .cell(let cell): blocks += self.blocks(cell)
      }
    }
    blocks.append("---\n\n*\(session.provenance)*")
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func blocks(_ cell: ExportedSession.Cell) -> [String] {
    let query = fenced(cell.input.split(separator: "\n", omittingEmptySubsequences: false))
    guard cell.error == nil, let answer = cell.answer else {
      return [query] + (cell.lines.isEmpty ? [] : [fenced(cell.lines.map { $0[...] })])
    }
    switch answer.content {
    case .text(let lines): return [query, fenced(lines.map { $0[...] })]
    case .check(let check) where check.isExpectation:
      return [query, cell.lines.joined(separator: " ")]
    default:
      let lines = MarkdownWriter.text(of: answer, on: Page(input: cell.input)).plainLines
      return [query, lines.joined(separator: "\n")]
    }
  }

  /// A block of code whose fence is longer than any run of backticks in it.
  private static func fenced(_ lines: [Substring]) -> String {
    var longest = 2
    var run = 0
    for character in lines.joined(separator: "\n") {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return ([fence] + lines.map { String($0).visible } + [fence]).joined(separator: "\n")
  }
}
