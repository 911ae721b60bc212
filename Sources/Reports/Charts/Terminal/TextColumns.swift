/// Draws vertical bars over a long time, single or stacked, up and down from a line at zero.
struct TextColumns {
  let chart: Chart
  let options: TextChartOptions
  private let frame: TextFrame

  /// Rows of the plot above and below the line at zero, which has a row of its own.
  private let above: Int
  private let below: Int
  private let perRow: Double

  /// The first row of the plot, below the unit and the names of events.
  private let head: Int
  private let events: TextEvents

  /// How many bars are drawn, and how many columns each has with the space behind it.
  private let shown: Int
  private let slot: Int

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
    let extent = chart.extent
    let scale = ValueScale(from: extent.low, to: extent.high, ticks: 5, fromZero: true)
    frame = TextFrame(scale, chart.format, width: options.width, rows: options.height, right: 1)
    perRow = scale.step / Double(TextFrame.rowsPerStep(scale, about: options.height))
    above = Int((scale.high / perRow).rounded())
    below = Int((-scale.low / perRow).rounded())
    let count = chart.axis.positions.count
    let (edge, columns) = (frame.edge, frame.columns)
    let shown = min(count, columns)
    let slot = columns / max(1, shown)
    (self.shown, self.slot) = (shown, slot)
    // Where there are more bars than cells, two of them share one.
    let dense = count > shown && chart.form != .stacked
    events = TextEvents(chart, plot: (edge + 1)..<(edge + 1 + columns)) { month in
      let index = chart.axis.positions.lastIndex { ($0.month ?? month) <= month } ?? 0
      return edge + 1
        + (dense ? index * min(count, shown * 2) / count / 2 : index * shown / count * slot)
    }
    head = 1 + events.rows
  }

  var lines: [StyledText.Line] {
    var grid = TextGrid(width: options.width, height: head + above + below + 2)
    let count = chart.axis.positions.count
    let width = slot >= 3 ? slot - 1 : slot
    let span = shown * slot
    drawAxes(on: &grid, span: count > shown ? frame.columns : span)
    events.draw(on: &grid, rows: head..<zero)
    if count > frame.columns, chart.form != .stacked { drawDots(on: &grid) }
    for bar in 0..<shown {
      let column = frame.edge + 1 + bar * slot
      if chart.form == .stacked {
        drawStack(at: column, width, bar * count / shown, on: &grid)
      } else if count == shown, let point = chart.series.first?.points[bar] {
        drawBar(point, at: column, width, on: &grid)
      }
    }
    drawTicks(on: &grid, span: span, slot: width)
    let isStacked = chart.form == .stacked
    let states: [Chart.State] = [.derived, .provisional].filter { chart.contains($0) }
    let isMarked = !isStacked && count <= frame.columns
    let unmarked = isMarked || states.isEmpty ? nil : chart.count(of: states)
    let legend =
      isStacked ? chart.names(signs: Fill.parts.map { String($0) }, width: options.width) : []
    return legend + grid.lines + events.key(width: options.width)
      + chart.signs(isMarked ? states : [], unmarked: unmarked, width: options.width)
  }

  /// The row of the line at zero.
  private var zero: Int { head + above }

  // MARK: Bars

  private func drawBar(
    _ point: Chart.Point,
    at column: Int,
    _ width: Int,
    on grid: inout TextGrid
  ) {
    guard let value = point.value else {
      grid.put("·", column + width / 2, zero - 1, as: .missing)
      return
    }
    let fill = Fill.of(point.state)
    let role: StyledText.Role = value < 0 ? .secondSeries : .firstSeries
    let rows = value.magnitude / perRow
    let full = Int(rows)
    let rest = rows - Double(full)
    let columns = column..<(column + width)
    for row in 0..<full {
      grid.fill(fill, columns, value < 0 ? zero + 1 + row : zero - 1 - row, as: role)
    }
    let eighths = Int((rest * 8).rounded())
    if value > 0, eighths > 0 || full == 0 {
      let blocks: [Character] = ["▁", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
      grid.fill(fill == "█" ? blocks[eighths] : fill, columns, zero - 1 - full, as: role)
    }
    if value < 0, rest >= 0.25 || full == 0 {
      let end: Character = fill == "█" ? (rest >= 0.75 ? "█" : "▀") : fill
      grid.fill(end, columns, zero + 1 + full, as: role)
    }
  }

  /// Bars of one column of dots each, where there are more of them than character cells.
  ///
  /// Where there are more than dots, the largest of neighbouring values stands for them.
  private func drawDots(on grid: inout TextGrid) {
    guard let points = chart.series.first?.points else { return }
    for (isBelow, rows) in [(false, above), (true, below)] where rows > 0 {
      var canvas = DotCanvas(columns: frame.columns, rows: rows, raster: options.raster)
      let shown = min(points.count, canvas.dotColumns)
      for bar in 0..<shown {
        let members = (bar * points.count / shown)..<((bar + 1) * points.count / shown)
        let values = members.compactMap { points[$0].value }
        guard let value = values.max(by: { $0.magnitude < $1.magnitude }), (value < 0) == isBelow
        else { continue }
        let height = Int((value.magnitude / perRow * Double(options.raster.rows)).rounded())
        for dot in 0..<height { canvas.set(bar, isBelow ? dot : canvas.dotRows - 1 - dot) }
      }
      for row in 0..<rows {
        for column in 0..<frame.columns {
          guard let cell = canvas.cell(column, row) else { continue }
          grid.put(
            String(cell.character),
            frame.edge + 1 + column,
            isBelow ? zero + 1 + row : head + row,
            as: isBelow ? .secondSeries : .firstSeries
          )
        }
      }
    }
  }

  /// The parts of one period on top of each other; each cell shows the part at its middle.
  private func drawStack(at column: Int, _ width: Int, _ index: Int, on grid: inout TextGrid) {
    var up = 0.0
    var down = 0.0
    for (s, series) in chart.series.enumerated() {
      guard let value = series.points[index].value else { continue }
      let start = value < 0 ? down : up
      let end = start + value.magnitude / perRow
      if value < 0 { down = end } else { up = end }
      for row in Int(start.rounded())..<Int(end.rounded()) {
        grid.fill(
          Fill.parts[s % Fill.parts.count],
          column..<(column + width),
          value < 0 ? zero + 1 + row : zero - 1 - row,
          as: .ofSeries(s)
        )
      }
    }
  }

  // MARK: Axes

  private func drawAxes(on grid: inout TextGrid, span: Int) {
    grid.put(
      chart.format.unitLabel,
      max(0, frame.edge - displayWidth(chart.format.unitLabel)),
      0,
      as: .dim
    )
    for row in head...(zero + below) { grid.put("│", frame.edge, row, as: .dim) }
    for tick in frame.scale.ticks {
      let rows = Int((tick.magnitude / perRow).rounded())
      let row = tick > 0 ? zero - rows : zero + rows
      grid.put(frame.tickFormat.text(tick), endingAt: frame.edge - 1, row, as: .label)
      grid.put("┤", frame.edge, row, as: .dim)
    }
    grid.put(below > 0 ? "┼" : "└", frame.edge, zero, as: .dim)
    grid.fill("─", (frame.edge + 1)..<(frame.edge + 1 + span), zero, as: .dim)
  }

  private func drawTicks(on grid: inout TextGrid, span: Int, slot: Int) {
    guard let months = chart.axis.span, let step = chart.axis.step else { return }
    let count = chart.axis.positions.count
    let isDotted = count > shown && chart.form != .stacked
    let places = Dictionary(
      chart.axis.positions.enumerated().compactMap { i, position in position.month.map { ($0, i) } }
    ) { first, _ in first }
    let ticks = fittingTicks(in: months, step: step, width: grid.width) { month in
      places[month].map { index in
        frame.edge + 1 + slot / 2
          + (isDotted
            ? index * min(count, shown * 2) / count / 2 : index * shown / count * (span / shown))
      }
    }
    for tick in ticks {
      grid.put(tick.label, tick.start, zero + below + 1, as: .label)
      if below == 0 { grid.put("┬", tick.at, zero, as: .dim) }
    }
  }
}

extension Chart {
  /// The lowest and highest value that the drawing reaches, zero included: of sums where parts are
  /// stacked.
  var extent: (low: Double, high: Double) {
    guard form == .stacked else {
      let bounds = bounds ?? (0, 1)
      return (min(0, bounds.low), max(0, bounds.high))
    }
    var low = 0.0
    var high = 0.0
    for i in axis.positions.indices {
      let parts = series.compactMap { $0.points[i].value }
      high = max(high, parts.filter { $0 > 0 }.reduce(0, +))
      low = min(low, parts.filter { $0 < 0 }.reduce(0, +))
    }
    return (low, high)
  }
}
