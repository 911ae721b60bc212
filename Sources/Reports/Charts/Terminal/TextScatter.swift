/// Draws one quantity against another, a point for each period or member, the telling ones named.
struct TextScatter {
  let chart: Chart
  let options: TextChartOptions
  private let frame: TextFrame
  private let across: ValueScale

  init(_ chart: Chart, _ options: TextChartOptions) {
    self.chart = chart
    self.options = options
    let bounds = chart.bounds ?? (0, 1)
    let scale = ValueScale(from: bounds.low, to: bounds.high, ticks: 5)
    frame = TextFrame(
      scale,
      chart.format,
      width: options.width,
      rows: TextFrame.rowsPerStep(scale, about: options.height) * (scale.ticks.count - 1) + 1,
      right: 1
    )
    let known = chart.horizontal?.points.compactMap(\.value) ?? []
    across = ValueScale(
      from: known.min() ?? 0,
      to: known.max() ?? 1,
      ticks: max(3, min(7, frame.columns / 14))
    )
  }

  var lines: [StyledText.Line] {
    var grid = TextGrid(width: options.width, height: frame.height)
    let points = zip(chart.horizontal?.points ?? [], chart.series.first?.points ?? [])
    let places = points.map { x, y in
      (column: column(x.value ?? 0), row: frame.row(of: y.value ?? 0))
    }
    drawAxes(on: &grid)
    drawFit(on: &grid)
    let isCrowded = places.count > 60
    if isCrowded { drawDots(on: &grid) }
    for (place, (x, y)) in zip(places, points) where !isCrowded {
      grid.put(sign(x, y), place.column, place.row, as: .firstSeries)
    }
    name(places, on: &grid)
    let unit = [chart.series.first?.name ?? "", chart.format.unitLabel].joined(separator: ", ")
    let states: [Chart.State] = [.derived, .provisional].filter { !isCrowded && has($0) }
    let hidden = isCrowded && has(.derived) ? "derived points are not marked among so many" : nil
    return [StyledText.Line(truncated("↑ " + unit, to: options.width), as: .dim)]
      + grid.lines.dropFirst() + [horizontalName]
      + chart.signs(states, unmarked: hidden, width: options.width)
      + chart.eventList(width: options.width)
  }

  private var horizontalName: StyledText.Line {
    let name = chart.horizontal.map { "\($0.name), \($0.format.unitLabel) →" } ?? ""
    let text = truncated(name, to: options.width)
    var line = StyledText.Line()
    line.pad(to: options.width - 1 - displayWidth(text))
    line.append(text, as: .dim)
    return line
  }

  private func column(_ value: Double) -> Int {
    frame.edge + 1 + across.fraction(value).column(frame.columns)
  }

  private func has(_ state: Chart.State) -> Bool {
    chart.contains(state) || chart.horizontal?.points.contains { $0.state == state } == true
  }

  private func sign(_ x: Chart.Point, _ y: Chart.Point) -> String {
    y.state == .ok ? x.sign : y.sign
  }

  // MARK: Axes

  private func drawAxes(on grid: inout TextGrid) {
    frame.drawValueAxis(on: &grid, unit: "")
    let bottom = frame.head + frame.rows
    let plot = (frame.edge + 1)..<(frame.edge + 1 + frame.columns)
    grid.put("└", frame.edge, bottom, as: .dim)
    grid.fill("─", plot, bottom, as: .dim)
    if frame.scale.crossesZero { grid.fill("┄", plot, frame.row(of: 0), as: .dim) }
    if across.crossesZero {
      for row in frame.head..<bottom { grid.put("┊", column(0), row, as: .dim) }
    }
    guard let format = chart.horizontal.map({ across.tickFormat($0.format) }) else { return }
    var free = 0
    for tick in across.ticks {
      let text = format.text(tick)
      let width = displayWidth(text)
      let start = max(0, min(column(tick) - width / 2, grid.width - width))
      grid.put("┬", column(tick), bottom, as: .dim)
      guard start >= free else { continue }
      grid.put(text, start, bottom + 1, as: .label)
      free = start + width + 1
    }
  }

  private func drawFit(on grid: inout TextGrid) {
    guard let fit = chart.fit else { return }
    for place in 0..<frame.columns {
      let x =
        across.low + (Double(place) + 0.5) / Double(frame.columns) * (across.high - across.low)
      let y = fit.intercept + fit.slope * x
      guard y >= frame.scale.low, y <= frame.scale.high else { continue }
      grid.put("·", frame.edge + 1 + place, frame.row(of: y), as: .secondSeries)
    }
  }

  // MARK: Points

  /// Many points as dots of a cell's quarter.
  private func drawDots(on grid: inout TextGrid) {
    var canvas = DotCanvas(columns: frame.columns, rows: frame.rows, raster: options.raster)
    for pair in chart.pairs {
      let x = across.fraction(pair.x) * Double(canvas.dotColumns - 1)
      let y = (1 - frame.scale.fraction(pair.y)) * Double(canvas.dotRows - 1)
      canvas.set(Int(x.rounded()), Int(y.rounded()))
    }
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        guard let cell = canvas.cell(column, row) else { continue }
        grid.put(
          String(cell.character),
          frame.edge + 1 + column,
          frame.head + row,
          as: .firstSeries
        )
      }
    }
  }

  /// Names beside the telling points, where they hide no other point.
  private func name(_ places: [(column: Int, row: Int)], on grid: inout TextGrid) {
    for i in chart.telling(atMost: frame.columns < 50 ? 4 : 8) {
      let text = truncated(chart.axis.positions[i].starredLabel, to: frame.columns / 3)
      let width = displayWidth(text)
      let place = places[i]
      let starts = [place.column + 2, place.column - 1 - width]
      let isFree = { (start: Int) in
        start > frame.edge && start + width <= frame.edge + 1 + frame.columns
          && grid.isFree((start - 1)..<(start + width + 1), place.row, except: place.column)
      }
      guard let start = starts.first(where: isFree) else { continue }
      grid.put(text, start, place.row, as: .label)
    }
  }
}

extension TextGrid {
  /// True where nothing but background stands in the cells.
  func isFree(_ columns: Range<Int>, _ row: Int, except own: Int) -> Bool {
    columns.clamped(to: 0..<width).allSatisfy { column in
      column == own || [" ", "┄", "┊", "·"].contains(character(column, row))
    }
  }
}
