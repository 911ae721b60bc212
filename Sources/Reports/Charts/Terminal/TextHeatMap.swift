/// Draws members and periods as cells whose shade is their value.
struct TextHeatMap {
  let chart: Chart
  let options: TextChartOptions
  private let classes: ShadeClasses

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
    let bounds = chart.bounds ?? (0, 1)
    classes = ShadeClasses(from: bounds.low, to: bounds.high)
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
      }
    }
    var remarks = chart
    if shown.lowerBound > 0 {
      remarks.remarks.append("from \(labels[shown.lowerBound]); a wider page shows all columns")
    }
    return grid.lines + legend + remarks.signs([], width: options.width)
  }

  /// The shades with the values from which they hold.
  private var legend: [StyledText.Line] {
    let format = classes.scale.tickFormat(chart.format)
    var line = StyledText.Line(chart.format.unitLabel, as: .dim)
    for (shade, range) in classes.all {
      let text = "\(format.text(range.lowerBound))..\(format.text(range.upperBound))"
      if line.width + 6 + displayWidth(text) > options.width { break }
      line.append("  ")
      line.append(String(repeating: shade.character, count: 2), as: shade.role)
      line.append(" " + text, as: .label)
    }
    return [line]
  }
}

/// Round classes of values, each with a shade: blocks for amounts, strokes for what is below zero.
struct ShadeClasses {
  let scale: ValueScale

  struct Shade: Equatable {
    var character: Character
    var role: StyledText.Role
  }

  /// At most five classes, with one of the borders at zero where there are negative values.
  init(from low: Double, to high: Double) {
    var ticks = 6
    var scale = ValueScale(from: low, to: high, ticks: ticks)
    while ticks > 2, scale.ticks.count - 1 > (scale.crossesZero ? 6 : 4) {
      ticks -= 1
      scale = ValueScale(from: low, to: high, ticks: ticks)
    }
    self.scale = scale
  }

  private var borders: [Double] { scale.ticks }

  var all: [(shade: Shade, range: ClosedRange<Double>)] {
    zip(borders, borders.dropFirst()).map { (shade(of: ($0 + $1) / 2), $0...$1) }
  }

  func shade(of value: Double) -> Shade {
    let below = borders.count { $0 < 0 }
    let index = Int(((value - scale.low) / scale.step).rounded(.down))
    guard value < 0 else {
      let blocks: [Character] = ["░", "▒", "▓", "█"]
      let first = scale.low < 0 ? below : 0
      let count = borders.count - 1 - first
      let place = min(max(0, index - first), max(0, count - 1))
      // Few classes use the ends of the range of shades.
      let shade = count >= 4 || count < 2 ? place : place * 3 / (count - 1)
      return Shade(character: blocks[min(3, shade)], role: .firstSeries)
    }
    let strokes: [Character] = ["┄", "─", "━", "═"]
    let distance = max(0, below - 1 - index)
    return Shade(character: strokes[min(3, distance)], role: .secondSeries)
  }
}
