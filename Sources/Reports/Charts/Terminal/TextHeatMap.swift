/// Draws members and periods as cells whose shade is their value.
struct TextHeatMap {
  let chart: Chart
  let options: TextChartOptions
  private let classes: ShadeClasses

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
    classes = ShadeClasses(chart.values.compactMap(\.self))
  }

  var lines: [StyledText.Line] {
    let names = chart.series.map(\.name)
    let nameWidth = min(names.map(displayWidth).max() ?? 0, options.width / 3)
    let count = chart.axis.positions.count
    let labels = chart.axis.positions.map(\.starredLabel)
    let slot = max(1, min(8, (options.width - nameWidth - 1) / max(1, count)))
    // The latest columns where there is no room for all.
    let shown = max(0, count - (options.width - nameWidth - 1) / slot)..<count

    var grid = TextGrid(width: options.width, height: names.count + 1)
    var free = 0
    for (column, i) in shown.enumerated() {
      let start = nameWidth + 1 + column * slot
      let width = displayWidth(labels[i])
      guard start >= free, start + width <= options.width else { continue }
      grid.put(labels[i], start, 0, as: .label)
      free = start + width + 1
    }
    for (row, name) in names.enumerated() {
      grid.put(truncated(name, to: nameWidth), 0, row + 1, as: .label)
      for (column, i) in shown.enumerated() {
        let start = nameWidth + 1 + column * slot
        let width = slot > 2 ? slot - 1 : slot
        guard let value = chart.series[row].points[i].value else {
          grid.put("·", start, row + 1, as: .missing)
          continue
        }
        let shade = classes.shade(of: value)
        grid.fill(shade.character, start..<(start + width), row + 1, as: shade.role)
        let letter = chart.series[row].points[i].letter
        if width > 2, !letter.isEmpty { grid.put(letter, start + width - 1, row + 1, as: .dim) }
      }
    }
    var remarks = chart
    if shown.lowerBound > 0 {
      remarks.remarks.append("from \(labels[shown.lowerBound]); a wider page shows all columns")
    }
    let states: [Chart.State] = [.derived, .provisional].filter { chart.contains($0) }
    if slot < 4, !states.isEmpty {
      remarks.remarks.append(chart.count(of: states))
    }
    return grid.lines + legend
      + remarks.letters(slot < 4 ? [] : states, width: options.width)
      + chart.eventList(width: options.width)
  }

  /// The shades with the values from which they hold.
  private var legend: [StyledText.Line] {
    let format = classes.scale.tickFormat(chart.format)
    var lines = [StyledText.Line(chart.format.unitLabel, as: .dim)]
    for (shade, text) in classes.all(format) {
      var entry = StyledText.Line("  ")
      entry.append(String(repeating: shade.character, count: 2), as: shade.role)
      entry.append(" " + text, as: .label)
      if lines[lines.count - 1].width + entry.width > options.width {
        lines.append(StyledText.Line())
      }
      lines[lines.count - 1].append(entry)
    }
    return lines
  }
}
