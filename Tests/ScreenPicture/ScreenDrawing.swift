import TerminalSupport

/// The cells of a terminal as an SVG picture.
struct ScreenDrawing {
  private let cells: [[Emulator.Cell]]
  private let columns: Int

  private static let cell = (width: 8.4, height: 18.0)
  private static let margin = 16.0

  init(_ emulator: Emulator) {
    columns = emulator.columns
    let lastRow = emulator.cells.lastIndex { row in row.contains { $0.text != " " } } ?? 0
    cells = Array(emulator.cells[...lastRow])
  }

  var text: String {
    let width = rounded(Double(columns) * ScreenDrawing.cell.width + 2 * ScreenDrawing.margin)
    let height = Double(cells.count) * ScreenDrawing.cell.height + 2 * ScreenDrawing.margin
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-label="The prompt of tradewind">
      """,
      "<style>text{font:14px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;"
        + "white-space:pre;fill:#d8dee9}</style>",
      "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1d2330\"/>",
    ]
    for (row, cells) in cells.enumerated() { lines += runs(of: cells).map { draw($0, row) } }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  /// Cells side by side that look the same.
  private struct Run {
    var start: Int
    var width: Int
    var text: String
    var style: String

    var end: Int { start + width }

    var withoutSpaceAtEnd: Run {
      var run = self
      while run.text.last == " ", !Look(style).isReversed {
        run.text.removeLast()
        run.width -= 1
      }
      return run
    }
  }

  /// Wide gaps end a run, so that a reader of the picture that joins spaces does no harm.
  private func runs(of cells: [Emulator.Cell]) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in cells.enumerated() {
      let isReversed = Look(cell.style).isReversed
      let isGap = cell.text == " " && !isReversed
      guard let last = runs.indices.last, runs[last].style == cell.style,
        runs[last].end == column, !(isGap && runs[last].text.last == " ")
      else {
        if !isGap || isReversed {
          runs.append(Run(start: column, width: 1, text: cell.text, style: cell.style))
        }
        continue
      }
      runs[last].text += cell.text
      runs[last].width += 1
    }
    return runs.map(\.withoutSpaceAtEnd)
  }

  private func draw(_ run: Run, _ row: Int) -> String {
    let look = Look(run.style)
    let x = rounded(ScreenDrawing.margin + Double(run.start) * ScreenDrawing.cell.width)
    let y = ScreenDrawing.margin + Double(row) * ScreenDrawing.cell.height
    let width = rounded(Double(run.width) * ScreenDrawing.cell.width)
    var result = ""
    if look.isReversed {
      result +=
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(ScreenDrawing.cell.height)\""
        + " fill=\"#d8dee9\"/>"
    }
    let attributes = look.attributes.map { " \($0)" }.joined()
    result +=
      "<text x=\"\(x)\" y=\"\(y + 13)\" textLength=\"\(width)\" xml:space=\"preserve\""
      + "\(attributes)>\(run.text.escaped)</text>"
    return result
  }
}

private func rounded(_ length: Double) -> Double { (length * 10).rounded() / 10 }

/// What the parameters of a terminal's style mean on paper.
private struct Look {
  private let codes: [Int]

  init(_ style: String) { codes = style.split(separator: ";").compactMap { Int($0) } }

  var isReversed: Bool { codes.contains(7) }

  var attributes: [String] {
    var attributes: [String] = []
    if codes.contains(1) { attributes.append("font-weight=\"bold\"") }
    if codes.contains(2) { attributes.append("opacity=\"0.6\"") }
    if codes.contains(4) { attributes.append("text-decoration=\"underline\"") }
    if isReversed { attributes.append("style=\"fill:#1d2330\"") }
    if let colour, !isReversed {
      attributes.append("style=\"fill:\(colour)\"")
    }
    return attributes
  }

  private var colour: String? {
    if let start = codes.firstIndex(of: 38), codes.count > start + 2, codes[start + 1] == 5 {
      return Look.paletteColour(codes[start + 2])
    }
    return codes.compactMap { Look.colours[$0] }.last
  }

  /// A colour of the palette of 256, behind the sixteen that every terminal defines for itself.
  private static func paletteColour(_ index: Int) -> String {
    let steps = [0, 95, 135, 175, 215, 255]
    let grey = 8 + 10 * (index - 232)
    let parts =
      index < 232
      ? [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map { steps[max(0, $0)] }
      : [grey, grey, grey]
    return "rgb(\(parts.map(String.init).joined(separator: ",")))"
  }

  private static let colours: [Int: String] = [
    31: "#e06c75", 32: "#98c379", 33: "#e5c07b", 34: "#61afef", 35: "#c678dd", 36: "#56b6c2",
  ]
}

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
