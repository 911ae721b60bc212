/// Draws parts behind each other in horizontal bars, one bar a period.
struct TextStacks {
  let chart: Chart
  let options: TextChartOptions

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
  }

  var lines: [StyledText.Line] {
    let extent = chart.extent
    let labels = chart.axis.positions.map(\.starredLabel)
    let labelWidth = min(labels.map(displayWidth).max() ?? 0, options.width / 3)
    let totals = chart.axis.positions.indices.map { i in
      chart.series.compactMap { $0.points[i].value }.reduce(0, +)
    }
    let letters = chart.axis.positions.indices.map { chart.letter(at: $0) }
    let totalWidth = (totals.map { displayWidth(chart.format.text($0)) }.max() ?? 0) + 2
    let room = max(8, options.width - labelWidth - 2 - totalWidth)
    let perCell = extent.high > extent.low ? (extent.high - extent.low) / Double(room) : 1
    let zero = labelWidth + 1 + Int((-extent.low / perCell).rounded())

    var grid = TextGrid(width: options.width, height: labels.count + 1)
    grid.put(chart.format.unitLabel, zero, 0, as: .dim)
    for (i, label) in labels.enumerated() {
      let row = i + 1
      grid.put(truncated(label, to: labelWidth), 0, row, as: .label)
      grid.put("│", zero, row, as: .dim)
      guard chart.series.contains(where: { $0.points[i].value != nil }) else {
        grid.put("·", zero + 2, row, as: .missing)
        continue
      }
      var right = 0.0
      var left = 0.0
      for (s, series) in chart.series.enumerated() {
        guard let value = series.points[i].value else { continue }
        let start = value < 0 ? left : right
        let end = start + value.magnitude / perCell
        if value < 0 { left = end } else { right = end }
        let cells = Int(start.rounded())..<Int(end.rounded())
        let columns =
          value < 0
          ? (zero - cells.upperBound)..<(zero - cells.lowerBound)
          : (zero + 1 + cells.lowerBound)..<(zero + 1 + cells.upperBound)
        grid.fill(Fill.parts[s % Fill.parts.count], columns, row, as: .ofSeries(s))
      }
      let end = zero + 2 + Int(right.rounded())
      grid.put(chart.format.text(totals[i]) + letters[i], end, row)
    }
    let names = chart.names(signs: Fill.parts.map { String($0) }, width: options.width)
    let states: [Chart.State] = [.derived, .provisional].filter { chart.contains($0) }
    return names + grid.lines + chart.letters(states, part: "with a part ", width: options.width)
      + chart.eventList(width: options.width)
  }
}
