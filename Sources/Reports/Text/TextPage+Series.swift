import Catalogue
import Engine
import Periods

// A series leads with its latest value; a drawing and the values follow.
extension TextPage {
  mutating func writeSeries(_ points: Points, _ sheet: Sheet, _ detail: Detail) {
    let shown = points.shown
    let format = NumberFormat(points.unit, cells: shown.lazy.map(\.cell), isChange: points.isChange)
    guard let latest = shown.last(where: \.cell.hasValue) else {
      text.append(shown.isEmpty ? "no periods to show" : "no values to show", as: .missing)
      if !shown.isEmpty { writeColumns(sheet) }
      return
    }
    write(leadLine(latest, format))
    // A bar for a period that is not over would look like a fall.
    writeSparkline(shown.map { $0.through == nil ? $0.cell.number : nil }, format)
    switch detail {
    case .columns: writeColumns(sheet)
    case .rows: text.append(StyledText(sheet.lines(width: width)))
    case .sparkline, .nothing: break
    }
  }

  private func leadLine(_ point: Points.Point, _ format: NumberFormat) -> StyledText.Line {
    var line = StyledText.Line(format.textWithUnit(point.cell), as: .number)
    line.append("   \(point.period.label)", as: .label)
    if let month = point.through {
      line.append(" (\(incompleteLabel(point.period, through: month)))", as: .label)
    }
    return line
  }

  /// The bars, and behind them the digest of what they draw.
  private mutating func writeSparkline(_ values: [Double?], _ format: NumberFormat) {
    guard values.count(where: { $0 != nil }) > 2, answerIsDrawable else { return }
    let digest = digest(values, format)
    let room = width - displayWidth(digest) - 2
    var line = StyledText.Line(sparkline(values, width: max(8, room)), as: .number)
    line.append("  \(digest)", as: .dim)
    text.append(line)
  }

  private var answerIsDrawable: Bool {
    guard case .series(let points) = answer.content else { return false }
    return points.unit != .truth
  }

  /// Periods and values side by side, reading down, in as many columns as fit.
  private mutating func writeColumns(_ sheet: Sheet) {
    guard sheet.columns.count == 2 else { return }
    let labels = sheet.columns[0].cells
    let values = sheet.columns[1].cells
    let labelWidth = labels.map { displayWidth($0.text + $0.mark) }.max() ?? 0
    let valueWidth = values.map { displayWidth($0.text) }.max() ?? 0
    let markWidth = values.map { displayWidth($0.mark) }.max() ?? 0
    let cellWidth = labelWidth + 2 + valueWidth + markWidth
    let gap = 4
    let fitting = max(1, (width + gap) / (cellWidth + gap))
    let rows = max((labels.count + fitting - 1) / fitting, min(labels.count, 4))
    for row in 0..<rows {
      var line = StyledText.Line()
      for (column, i) in stride(from: row, to: labels.count, by: rows).enumerated() {
        let edge = column * (cellWidth + gap)
        line.pad(to: edge)
        line.append(labels[i].text, as: .label)
        line.append(labels[i].mark, as: .dim)
        line.pad(to: edge + labelWidth + 2 + valueWidth - displayWidth(values[i].text))
        line.append(values[i].text, as: values[i].role)
        line.append(values[i].mark, as: .dim)
      }
      text.append(line)
    }
  }
}
