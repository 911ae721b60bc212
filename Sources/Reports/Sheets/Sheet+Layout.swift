// Rows and columns on a screen: labels to the left, numbers to the right, by display width.
extension Sheet {
  private static let gap = 3

  /// The lines of the table, without the legend.
  ///
  /// What is too wide for the screen continues in a second panel below that repeats the first
  /// column, so that nothing is lost; labels are cut before numbers are.
  func lines(width: Int) -> [StyledText.Line] {
    guard !columns.isEmpty else { return [] }
    var lines: [StyledText.Line] = []
    for panel in panels(width: width) {
      if !lines.isEmpty { lines.append(StyledText.Line()) }
      lines += self.lines(of: panel)
    }
    return lines
  }

  /// A column with the widths that its text takes.
  private struct Measured {
    var header: [String]
    var isNumeric: Bool
    var cells: [Cell]
    var total: Cell?
    var textWidth: Int
    var markWidth: Int

    var width: Int { textWidth + markWidth }
  }

  private func measured(_ position: Int, atMost limit: Int) -> Measured {
    let column = columns[position]
    let total = self.total?[position]
    let all = column.cells + (total.map { [$0] } ?? [])
    let markWidth = all.map { displayWidth($0.mark) }.max() ?? 0
    let content = all.map { displayWidth($0.text) }.max() ?? 0
    let headerWidth = min(max(content, 14), limit)
    let header = column.header.enumerated().flatMap { i, part in
      i == 0 ? wrapped(part, to: headerWidth) : [part]
    }
    let widest = max(content, header.map { displayWidth($0) }.max() ?? 0)
    return Measured(
      header: header.map { truncated($0, to: limit) },
      isNumeric: column.isNumeric,
      cells: column.cells,
      total: total,
      textWidth: min(widest, column.isNumeric ? max(content, limit) : limit),
      markWidth: markWidth
    )
  }

  /// Columns in groups that fit side by side, each led by the first column.
  private func panels(width: Int) -> [[Measured]] {
    let whole = columns.indices.map { measured($0, atMost: width).width + Sheet.gap }.reduce(0, +)
    // Where not all columns fit, the labels give way so that more of them do.
    let lead = measured(0, atMost: whole - Sheet.gap <= width ? width : width / 2)
    var panels: [[Measured]] = [[lead]]
    var used = lead.width
    for position in columns.indices.dropFirst() {
      let column = measured(position, atMost: max(12, width - lead.width - Sheet.gap))
      if used + Sheet.gap + column.width > width, panels[panels.count - 1].count > 1 {
        panels.append([lead])
        used = lead.width
      }
      panels[panels.count - 1].append(column)
      used += Sheet.gap + column.width
    }
    return panels
  }

  private func lines(of panel: [Measured]) -> [StyledText.Line] {
    let headerHeight = panel.map(\.header.count).max() ?? 0
    var lines: [StyledText.Line] = []
    for i in 0..<headerHeight {
      lines.append(
        line(panel) { column in
          let offset = i - (headerHeight - column.header.count)
          return Cell(text: offset >= 0 ? column.header[offset] : "", role: .label)
        }
      )
    }
    for row in 0..<rowCount { lines.append(line(panel) { $0.cells[row] }) }
    guard total != nil else { return lines }
    let ruled = panel.map(\.width).reduce(-Sheet.gap) { $0 + $1 + Sheet.gap }
    lines.append(StyledText.Line(String(repeating: "─", count: max(0, ruled)), as: .dim))
    lines.append(
      line(panel) { column in
        var cell = column.total ?? Cell(text: "")
        cell.role = .heading
        return cell
      }
    )
    return lines
  }

  private func line(_ panel: [Measured], cell: (Measured) -> Cell) -> StyledText.Line {
    var line = StyledText.Line()
    var edge = 0
    for column in panel {
      if edge > 0 { edge += Sheet.gap }
      let cell = cell(column)
      let text = truncated(cell.text, to: column.textWidth)
      if column.isNumeric { line.pad(to: edge + column.textWidth - displayWidth(text)) }
      line.pad(to: text.isEmpty ? 0 : edge)
      line.append(text, as: cell.role)
      line.append(cell.mark, as: .dim)
      edge += column.width
    }
    return line
  }
}
