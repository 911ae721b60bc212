import Engine
import Guidance

/// Writes for a Markdown document: the reading in words, the figures as a pipe table, the notes.
package enum MarkdownWriter: Writer {
  package static let entry = Entry(
    "markdown",
    aliases: ["md"],
    category: .form,
    summary: "Writes the answer as Markdown, with figures in a pipe table.",
    searchTerms: ["document", "github"],
    examples: ["exports by year since 2020 as markdown"]
  )

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    let sheet = Sheet(answer.content)
    var text = StyledText()
    text.append("*\(escaped(readingLine(of: answer, unit: sheet.unit)))*")
    text.append("")
    switch answer.content {
    case .text(let lines):
      for line in lines { text.append("    " + line) }
    default: append(sheet, to: &text)
    }
    if !answer.statistics.isEmpty {
      text.append("")
      text.append(escaped(answer.statistics.map(\.text).joined(separator: " · ")))
    }
    for sentence in answer.context {
      text.append("")
      text.append(prose(sentence))
    }
    for note in answer.notes {
      text.append("")
      text.append("> **\(escaped(note.code))**: \(prose(note.text))")
    }
    if !answer.sources.isEmpty {
      text.append("")
      text.append(escaped(sourceLine(of: answer, width: .max)))
    }
    return text
  }

  private static func append(_ sheet: Sheet, to text: inout StyledText) {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    guard !sheet.columns.isEmpty else {
      text.append(escaped(sheet.summary))
      return
    }
    let headers = sheet.columns.map { $0.header.filter { !$0.isEmpty }.joined(separator: " ") }
    text.append(row(headers.map(escaped)))
    text.append(row(sheet.columns.map { $0.isNumeric ? "--:" : ":--" }))
    for i in 0..<sheet.rowCount {
      text.append(row(sheet.columns.map { escaped($0.cells[i].text + $0.cells[i].mark) }))
    }
    if let total = sheet.total {
      text.append(row(total.map { $0.text.isEmpty ? "" : "**\(escaped($0.text))**" }))
    }
    for line in sheet.legend {
      text.append("")
      text.append(escaped(line))
    }
  }

  /// A sentence of ours, in which words of the language stand between backticks.
  private static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return escaped(text) }
    return parts.enumerated().map { i, part in
      i % 2 == 1 ? "`\(part)`" : i == 0 ? escaped(part) : String(escaped("x" + part).dropFirst())
    }.joined()
  }

  /// The text with everything written out that Markdown or HTML would take for its own.
  static func escaped(_ text: String) -> String {
    // At the start of a line these open a list or a quotation.
    var result = text.first.map("+->".contains) == true ? "\\" : ""
    for character in text {
      switch character {
      case "\\", "|", "*", "_", "`", "[", "]", "~", "#": result += "\\\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
    return result
  }
}
