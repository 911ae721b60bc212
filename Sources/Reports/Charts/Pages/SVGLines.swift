/// Draws series as lines over time, one of them filled where an area was asked for.
struct SVGLines {
  let chart: Chart
  let top: Double

  init(_ chart: Chart, top: Double) {
    self.chart = chart
    self.top = top
  }

  func draw(on canvas: inout SVGCanvas) -> Double {
    let isNamed = chart.series.count > 1
    let labels = chart.series.map { $0.name }
    let labelWidth = labels.map { textWidth(truncated($0, to: 20), size: 13) }.max() ?? 0
    let hasEndLabels = isNamed && canvas.width >= 480
    var top = top
    if isNamed, !hasEndLabels { top = SVGLegend(chart).draw(on: &canvas, y: top) }
    var frame = frame(canvas.width, top: top, right: hasEndLabels ? labelWidth + 24 : 20)
    let (left, right) = (frame.left, frame.right)
    let events = SVGEvents(chart, left: left, right: right) { month in
      left + (chart.axis.span.map { chart.axis.fraction(of: month, in: $0) } ?? 0) * (right - left)
    }
    frame = frame.lowered(by: events.height)
    events.draw(on: &canvas, top: frame.top, bottom: frame.bottom)
    frame.drawValueAxis(on: &canvas, chart.format)
    frame.drawTimeAxis(on: &canvas, chart.axis) { month in
      chart.axis.span.map { frame.x(chart.axis.fraction(of: month, in: $0)) }
    }
    for i in chart.series.indices { drawSeries(i, frame, on: &canvas) }
    if hasEndLabels { drawEndLabels(frame, on: &canvas) }
    return canvas.bottom
  }

  private func frame(_ width: Double, top: Double, right: Double) -> SVGFrame {
    let bounds = chart.bounds ?? (0, 1)
    let scale = ValueScale(
      from: bounds.low,
      to: bounds.high,
      ticks: 6,
      fromZero: chart.form == .area
    )
    let ticks = scale.tickFormat(chart.format)
    let gutter = scale.ticks.map { textWidth(ticks.text($0), size: 12) }.max() ?? 0
    return SVGFrame(
      scale: scale,
      left: 16 + gutter + 8,
      right: width - right,
      top: top,
      bottom: top + max(180, min(300, width * 0.42))
    )
  }

  // MARK: Lines

  private func drawSeries(_ index: Int, _ frame: SVGFrame, on canvas: inout SVGCanvas) {
    let points = chart.series[index].points
    for run in runs(of: points) {
      let places = thinned(run).map { i in
        (x: frame.x(chart.axis.fraction(i)), y: frame.y(points[i].value ?? 0))
      }
      if chart.form == .area, let first = places.first, let last = places.last {
        canvas.path(
          [(first.x, frame.y(0))] + places + [(last.x, frame.y(0))],
          isClosed: true,
          class: "tw-soft tw-f\(index % 6)"
        )
      }
      let isForecast = run.count > 1 && points[run[1]].state == .provisional
      let dash = isForecast ? " tw-dash" : index % 6 > 0 ? " tw-d\(index % 6)" : ""
      canvas.path(places, class: "tw-line tw-l\(index % 6)\(dash)")
    }
    drawPoints(index, frame, on: &canvas)
  }

  /// Points that are joined: broken at gaps, and where a forecast begins.
  private func runs(of points: [Chart.Point]) -> [[Int]] {
    var runs: [[Int]] = []
    for (i, point) in points.enumerated() {
      guard point.value != nil, point.state != .incomplete else { continue }
      guard let last = runs.last?.last, last == i - 1, chart.axis.isConnected(i) else {
        runs.append([i])
        continue
      }
      let isForecast = point.state == .provisional
      let wasForecast = (runs.last?.count ?? 0) > 1 && points[last].state == .provisional
      if isForecast == wasForecast || (runs.last?.count ?? 0) == 1 {
        runs[runs.count - 1].append(i)
      } else {
        runs.append([last, i])
      }
    }
    return runs
  }

  /// At most four points for each unit of width: the first, the extremes and the last of a stretch.
  private func thinned(_ run: [Int]) -> [Int] {
    let stretches = 700
    guard run.count > 4 * stretches, let points = chart.series.first?.points else { return run }
    var kept: [Int] = []
    for s in 0..<stretches {
      let stretch = run[(s * run.count / stretches)..<((s + 1) * run.count / stretches)]
      let low = stretch.min { (points[$0].value ?? 0) < (points[$1].value ?? 0) }
      let high = stretch.max { (points[$0].value ?? 0) < (points[$1].value ?? 0) }
      let ends = [stretch.first, low, high, stretch.last].compactMap(\.self).sorted()
      for i in ends where kept.last != i { kept.append(i) }
    }
    return kept
  }

  private func drawPoints(_ index: Int, _ frame: SVGFrame, on canvas: inout SVGCanvas) {
    let points = chart.series[index].points
    guard points.count <= 400 else { return }
    let isSparse = points.count <= 24
    for (i, point) in points.enumerated() {
      guard let value = point.value else { continue }
      let isHollow = point.state != .ok
      let name =
        isHollow
        ? "tw-point tw-hollow tw-l\(index % 6)"
        : isSparse ? "tw-f\(index % 6)" : "tw-hit"
      canvas.circle(
        frame.x(chart.axis.fraction(i)),
        frame.y(value),
        radius: isHollow ? 3 : isSparse ? 2.8 : 4,
        class: name,
        hover: chart.hover(index, i)
      )
    }
  }

  private func drawEndLabels(_ frame: SVGFrame, on canvas: inout SVGCanvas) {
    let labels = chart.series.indices.compactMap { i -> (index: Int, y: Double)? in
      chart.series[i].latest.map { (i, frame.y($0.value)) }
    }.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    let lines = labels.map { Int(($0.y / 15).rounded()) }
    let rows = spread(
      lines,
      in: Int(frame.top / 15)...max(Int(frame.top / 15), Int(frame.bottom / 15))
    )
    for (label, (wished, row)) in zip(labels, zip(lines, rows)) {
      canvas.text(
        truncated(chart.series[label.index].name, to: 20),
        frame.right + 8,
        (wished == row ? label.y : Double(row) * 15) + 4,
        class: "tw-f\(label.index % 6)"
      )
    }
  }
}

/// The names of series with their colours, side by side above a plot.
struct SVGLegend {
  let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  /// Draws the legend and returns where the plot may begin.
  func draw(on canvas: inout SVGCanvas, y: Double) -> Double {
    let isLines = chart.form == .line
    let sample = isLines ? 22.0 : 10
    var x = 16.0
    var y = y + 4
    for (i, series) in chart.series.enumerated() {
      let width = sample + 6 + textWidth(series.name, size: 12) + 14
      if x > 16, x + width > canvas.width - 16 {
        x = 16
        y += 18
      }
      if isLines {
        let dash = i % 6 > 0 ? " tw-d\(i % 6)" : ""
        canvas.path([(x, y - 4), (x + 22, y - 4)], class: "tw-line tw-l\(i % 6)\(dash)")
      } else {
        canvas.rectangle(x, y - 9, 10, 10, class: "tw-f\(i % 6)")
      }
      canvas.text(series.name, x + sample + 5, y, class: "tw-small")
      x += width
    }
    return y + 16
  }
}
