import Engine
import Guidance
import Language

/// Writes a Jupyter notebook of format 4.5: a cell for each piece of prose and for each input.
package enum NotebookExporter: SessionExporter {
  package static let ending = ".ipynb"

  package static func text(of session: ExportedSession) -> String {
    let cells = session.parts.enumerated().compactMap { i, part in
      cell(part, id: "cell-\(i + 1)")
    }
    let title = json(session.title)
    return """
      {
       "cells": [
      \(cells.joined(separator: ",\n"))
       ],
       "metadata": {
        "kernelspec": {"display_name": "Tradewind", "language": "tradewind", "name": "tradewind"},
        "language_info": {"file_extension": ".trade", "name": "tradewind"},
        "title": \(title),
        "tradewind": {"data": \(json(session.provenance))}
       },
       "nbformat": 4,
       "nbformat_minor": 5
      }

      """
  }

  private static func cell(_ part: ExportedSession.Part, id: String) -> String? {
    switch part {
    case .prose(let prose):
      let text = prose.trimmingBlankLines
      return text.isEmpty ? nil : markdown(text, id)
    case .quiz(let quiz):
      let hints = quiz.hints.map { "\n- hint: \($0)" }.joined()
      return markdown(quiz.question + (hints.isEmpty ? "" : "\n" + hints), id)
    case .cell(let cell): return code(cell, id)
    }
  }

  private static func markdown(_ text: String, _ id: String) -> String {
    """
      {"cell_type": "markdown", "id": "\(id)", "metadata": {}, "source": \(lines(text))}
    """
  }

  private static func code(_ cell: ExportedSession.Cell, _ id: String) -> String {
    """
      {"cell_type": "code", "execution_count": \(cell.number), "id": "\(id)", "metadata": {},
       "outputs": [\(output(cell))],
       "source": \(lines(cell.input))}
    """
  }

  private static func output(_ cell: ExportedSession.Cell) -> String {
    let text = cell.lines.joined(separator: "\n")
    if let error = cell.error {
      return """
        {"output_type": "error", "ename": \(json(error.code.rawValue)), \
        "evalue": \(json(error.message)), \
        "traceback": [\(cell.lines.map { json($0.visible) }.joined(separator: ", "))]}
        """
    }
    guard !text.isEmpty else { return "" }
    let drawing =
      cell.answer.flatMap { svg(of: $0) }.map { ", \"image/svg+xml\": \(lines($0))" } ?? ""
    return """
      {"output_type": "execute_result", "execution_count": \(cell.number), "metadata": {}, \
      "data": {"text/plain": \(lines(text))\(drawing)}}
      """
  }

  // MARK: JSON

  /// A text as a list of its lines, each with its line feed.
  private static func lines(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let strings = lines.enumerated().map { i, line in
      json(String(line).visible + (i < lines.count - 1 ? "\n" : ""))
    }
    return "[\(strings.joined(separator: ", "))]"
  }

  private static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default:
        guard scalar.value < 0x20 || scalar.value == 0x7F else {
          result.unicodeScalars.append(scalar)
          continue
        }
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}

extension String {
  /// The text without blank lines at its ends.
  var trimmingBlankLines: String {
    let lines = split(omittingEmptySubsequences: false) { $0.isNewline }
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      let last = lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
