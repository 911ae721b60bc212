import Engine
import Guidance

/// Writes a table for a paper: `booktabs` rules, the reading as caption, notes and source below.
package enum LaTeXWriter: Writer {
  package static let entry = Entry(
    "latex",
    aliases: ["tex"],
    category: .form,
    summary: "Writes the answer as a LaTeX table for papers, with caption and source.",
    searchTerms: ["paper", "booktabs", "tabular", "article"],
    examples: ["exports by year since 2020 as latex"]
  )

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    if case .text(let lines) = answer.content { return typewriter(lines) }
    let table = LaTeXTable(answer)
    var lines = ["% needs \\usepackage{booktabs}", "\\begin{table}[htbp]", "  \\centering"]
    lines.append("  \\caption{\(escaped(table.caption))}")
    lines.append("  \\begin{tabular}{\(table.columns.map { $0.isNumeric ? "r" : "l" }.joined())}")
    lines.append("    \\toprule")
    for i in 0..<table.headerHeight {
      lines.append(row(table.columns.map { escaped(i < $0.header.count ? $0.header[i] : "") }))
    }
    lines.append("    \\midrule")
    for i in 0..<table.rowCount { lines.append(row(table.columns.map { cell($0.cells[i]) })) }
    if let total = table.total {
      lines.append("    \\midrule")
      lines.append(row(total.map(cell)))
    }
    lines += ["    \\bottomrule", "  \\end{tabular}"]
    if !table.remarks.isEmpty {
      lines += ["", "  \\smallskip", "  \\begin{minipage}{\\linewidth}\\footnotesize"]
      for (i, remark) in table.remarks.enumerated() {
        let label = remark.label.isEmpty ? "" : "\\emph{\(escaped(remark.label)):} "
        let end = i < table.remarks.count - 1 ? "\\par" : ""
        lines.append("    \(label)\(escaped(remark.text))\(end)")
      }
      lines.append("  \\end{minipage}")
    }
    lines.append("\\end{table}")
    return StyledText(lines.map { StyledText.Line($0) })
  }

  private static func row(_ cells: [String]) -> String {
    "    " + cells.joined(separator: " & ") + " \\\\"
  }

  /// A mark hangs into the space between the columns, so that the digits stay below each other.
  private static func cell(_ cell: Sheet.Cell) -> String {
    let mark = cell.mark.isEmpty ? "" : "\\rlap{\\textsuperscript{\(escaped(cell.mark))}}"
    return escaped(cell.text) + mark
  }

  /// Lines that are no figures, as they stand.
  private static func typewriter(_ lines: [String]) -> StyledText {
    let rows = lines.map { line in
      let text = escaped(line).replacing("  ", with: "~~")
      return "  " + (text.isEmpty ? "~" : text) + "\\\\"
    }
    let all = ["\\begin{flushleft}\\ttfamily"] + rows + ["\\end{flushleft}"]
    return StyledText(all.map { StyledText.Line($0) })
  }

  // MARK: Escaping

  /// The text with everything written out that LaTeX would take for its own.
  ///
  /// Letters stay as they are: Latin ones are known to every LaTeX, other scripts to LuaLaTeX and
  /// XeLaTeX.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "-" where result.last == "-": result += "{}-"
      case "\n", "\r", "\r\n", "\t": result += " "
      default: result += commands[character] ?? String(character)
      }
    }
    return result
  }

  /// A bracket or a star behind the end of a row would be an argument of that end.
  private static let commands: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
    "%": "\\%", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "''",
    "`": "\\textasciigrave{}", "[": "{[}", "]": "{]}", "*": "{*}",
    "−": "$-$", "·": "$\\cdot$", "×": "$\\times$", "÷": "$\\div$", "±": "$\\pm$", "–": "--",
    "—": "---", "…": "\\dots{}", "→": "$\\rightarrow$", "≤": "$\\leq$", "≥": "$\\geq$",
    "≠": "$\\neq$", "≈": "$\\approx$", "✓": "$\\surd$", "✗": "$\\times$", "’": "'", "‘": "`",
    "“": "``", "”": "''", "°": "$^\\circ$", "²": "$^2$", "³": "$^3$", "Δ": "$\\Delta$",
    "€": "EUR", "¥": "\\textyen{}", "£": "\\pounds{}", "\u{A0}": "~", "─": "---",
  ]
}
