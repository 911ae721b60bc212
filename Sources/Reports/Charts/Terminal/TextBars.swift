/// Draws horizontal bars with their names before and their values behind them.
struct TextBars {
  let chart: Chart
  let options: TextChartOptions

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
  }

  var lines: [StyledText.Line] {
    let values = chart.values.compactMap(\.self)
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let labels = chart.axis.positions.map(\.starredLabel)
    let labelWidth = min(labels.map(displayWidth).max() ?? 0, options.width / 3)
    let mark = chart.series.count > 1 && (chart.contains(.derived) || chart.contains(.provisional))
    let texts = values.map { value in
      (value: value, width: displayWidth(chart.format.text(value)) + (mark ? 1 : 0))
    }
    let after = (texts.filter { $0.value >= 0 }.map(\.width).max() ?? 0) + 1
    let before = low < 0 ? (texts.filter { $0.value < 0 }.map(\.width).max() ?? 0) + 1 : 0
    // Both sides of zero may be rounded up by a cell.
    let rounding = low < 0 ? 2 : 0
    let room = max(4, options.width - labelWidth - 2 - before - after - rounding)
    let perCell = high > low ? (high - low) / Double(room) : 1
    let zero = labelWidth + 1 + before + (low < 0 ? max(1, Int((-low / perCell).rounded(.up))) : 0)

    let count = chart.series.count
    let isGrouped = count > 1
    let rows = chart.axis.positions.count * count
    var grid = TextGrid(width: options.width, height: rows + 1)
    grid.put(chart.format.unitLabel, zero, 0, as: .dim)
    for (i, label) in labels.enumerated() {
      grid.put(truncated(label, to: labelWidth), 0, 1 + i * count, as: .label)
      for s in 0..<count {
        let row = 1 + i * count + s
        grid.put("│", zero, row, as: .dim)
        let point = chart.series[s].points[i]
        guard let value = point.value else {
          grid.put("·", zero + 2, row, as: .missing)
          continue
        }
        let cells = value.magnitude / perCell
        let isNothing = chart.format.isZero(value)
        let bar = isNothing ? "" : value < 0 ? leftBar(cells, point, s) : rightBar(cells, point, s)
        let width = bar.count
        let role = isGrouped ? StyledText.Role.ofSeries(s) : .firstSeries
        let text = chart.format.text(value) + (isGrouped ? point.letter : "")
        if value < 0, !isNothing {
          grid.put(bar, endingAt: zero, row, as: isGrouped ? role : .secondSeries)
          grid.put(text, endingAt: zero - width - 1, row)
        } else {
          grid.put(bar, zero + 1, row, as: role)
          grid.put(text, zero + 1 + width + 1, row)
        }
      }
    }
    let legend =
      isGrouped
      ? chart.names(
        signs: chart.series.indices.map { String(Fill.ofGroup($0)) },
        width: options.width
      ) : []
    let states: [Chart.State] = [.derived, .provisional].filter { chart.contains($0) }
    return legend + grid.lines
      + (isGrouped
        ? chart.letters(states, width: options.width)
        : chart.signs(states, width: options.width))
      + chart.eventList(width: options.width)
  }

  /// A bar of a number of cells to the right, its end exact to an eighth of a cell.
  private func rightBar(_ cells: Double, _ point: Chart.Point, _ series: Int) -> String {
    let fill = chart.series.count > 1 ? Fill.ofGroup(series) : Fill.of(point.state)
    guard fill == "█" else {
      return String(repeating: fill, count: cells > 0 ? max(1, Int(cells.rounded())) : 0)
    }
    let eighths = Int((cells * 8).rounded())
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let bar = String(repeating: "█", count: eighths / 8) + partial
    return bar.isEmpty && cells > 0 ? "▏" : bar
  }

  /// A bar to the left, its end exact to half a cell.
  private func leftBar(_ cells: Double, _ point: Chart.Point, _ series: Int) -> String {
    let fill = chart.series.count > 1 ? Fill.ofGroup(series) : Fill.of(point.state)
    guard fill == "█" else { return String(repeating: fill, count: max(1, Int(cells.rounded()))) }
    let halves = max(1, Int((cells * 2).rounded()))
    return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }
}

extension NumberFormat {
  /// True for a number that is written as zero.
  func isZero(_ value: Double) -> Bool {
    text(value).allSatisfy { !$0.isNumber || $0 == "0" }
  }
}

/// The characters that fill bars and parts.
enum Fill {
  static func of(_ state: Chart.State) -> Character {
    switch state {
    case .ok: "█"
    case .derived: "▓"
    case .provisional: "▒"
    case .incomplete: "░"
    }
  }

  /// The fills of neighbouring parts, as different as possible.
  static let parts: [Character] = ["█", "░", "▓", "▒", "▚", "─"]

  static func ofGroup(_ index: Int) -> Character { ["█", "▒", "░", "▚", "─", "▓"][index % 6] }
}

extension Chart.Position {
  /// The name with the star of a period that is not over.
  var starredLabel: String { isIncomplete ? label + "*" : label }
}
