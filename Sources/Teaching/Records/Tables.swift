import Language
import Reports

// Tables of reports in the forms in which they are read.

/// A table with aligned columns, indented by two.
func alignedTable(_ header: [String], _ rows: [[String]], isRight: [Bool]) -> StyledText {
  let widths = header.indices.map { column in
    ([header] + rows).map { displayWidth($0[column].visible) }.max() ?? 0
  }
  var text = StyledText()
  for (index, row) in ([header] + rows).enumerated() {
    var line = StyledText.Line("  ")
    for (column, cell) in row.enumerated() {
      let padding = String(repeating: " ", count: widths[column] - displayWidth(cell.visible))
      if column > 0 { line.append("  ") }
      let isLast = column == row.count - 1
      let role: StyledText.Role = index == 0 ? .label : .plain
      line.append(isRight[column] ? padding + cell : cell + (isLast ? "" : padding), as: role)
    }
    text.append(line)
  }
  return text
}

/// A table of Markdown.
package func markdownTable(
  _ header: [String],
  _ rows: [[String]],
  isCode: [Bool] = []
) -> String {
  let rows = rows.map { row in
    row.enumerated().map { column, cell in
      isCode.indices.contains(column) && isCode[column] ? "`\(cell)`" : markdownText(cell)
    }
  }
  func line(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")
      + " |\n"
  }
  let rule = "|" + String(repeating: "---|", count: header.count) + "\n"
  return line(header) + rule + rows.map(line).joined()
}

/// Text that Markdown shows as it is, on one line.
func markdownText(_ text: String) -> String {
  var result = ""
  for character in text {
    if character.isNewline {
      result += " "
    } else if "\\`*_[]<>".contains(character) {
      result += "\\\(character)"
    } else {
      result += String(character).visible
    }
  }
  return result
}

/// Lines of CSV by RFC 4180; what a spreadsheet would run as a formula is made text.
package func csvText(_ rows: [[String]]) -> String {
  rows.map { $0.map(csvField).joined(separator: ",") + "\r\n" }.joined()
}

private func csvField(_ field: String) -> String {
  let isFormula = field.first.map { "=+-@\t\r".contains($0) } ?? false
  let text = (isFormula ? "'" : "") + field
  let isPlain = !text.contains { "\",".contains($0) || $0.isNewline }
  return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
}
