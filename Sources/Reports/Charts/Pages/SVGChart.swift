import Engine

/// A drawing for pages: self-contained SVG, light and dark; nil where an answer has no picture.
///
/// A drawing that is `isFixed` is always light, for programs that know no media queries.
package func svgChart(
  _ answer: Answer,
  as form: ChartForm? = nil,
  width: Int = 640,
  isFixed: Bool = false
) -> String? {
  Chart(answer, as: form)?.svg(width: width, isFixed: isFixed)
}

extension Chart {
  /// The whole drawing: title, unit, plot, what its signs mean, source.
  package func svg(width: Int = 640, isFixed: Bool = false) -> String {
    let identifier = identifier("\(width)")
    let width = Double(max(280, width))
    var canvas = SVGCanvas(width: width)
    let end = draw(on: &canvas)
    var height = end + 6
    for line in canvas.notes + pageRemarks where !line.isEmpty {
      for part in wrapped(line, to: Int((width - 32) / (12 * 0.57))) {
        height += 16
        canvas.text(part, 16, height, class: "tw-small tw-muted")
      }
    }
    height += 14

    var markup = MarkupBuilder()
    markup.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "tw-chart"), ("role", "img"),
        ("aria-labelledby", "\(identifier)-t \(identifier)-d"),
        ("viewBox", "0 0 \(coordinate(width)) \(coordinate(height))"),
        ("width", coordinate(width)), ("height", coordinate(height)),
      ]
    )
    markup.add("title", [("id", "\(identifier)-t")], text: title)
    markup.add("desc", [("id", "\(identifier)-d")], text: sentence)
    markup.addMarkup("<style>\(isFixed ? ChartStyle.fixedSheet : ChartStyle.sheet)</style>\n")
    markup.add("rect", [("class", "tw-paper"), ("width", "100%"), ("height", "100%")])
    markup.addMarkup(canvas.markup.text)
    markup.close("svg")
    return markup.text
  }

  /// Draws the head and the plot; returns where it ends.
  private func draw(on canvas: inout SVGCanvas) -> Double {
    var y = 10.0
    for line in wrapped(title, to: Int((canvas.width - 32) / (15 * 0.6))) {
      y += 18
      canvas.text(line, 16, y, class: "tw-title")
    }
    y += 18
    // A scatter names its quantities with their units.
    if form != .scatter { canvas.text(format.unitLabel, 16, y, class: "tw-small tw-muted") }
    let top = y + 14
    switch form {
    case .line, .area: return SVGLines(self, top: top).draw(on: &canvas)
    case .bars where !axis.isTime: return SVGBars(self, top: top).draw(on: &canvas)
    // Bars thinner than a hair are an area.
    case .bars where axis.positions.count > 300:
      var chart = self
      chart.form = .area
      return SVGLines(chart, top: top).draw(on: &canvas)
    case .bars: return SVGColumns(self, top: top).draw(on: &canvas)
    case .stacked where axis.isTime && axis.positions.count > 24:
      return SVGAreas(self, top: top).draw(on: &canvas)
    case .stacked where axis.isTime: return SVGColumns(self, top: top).draw(on: &canvas)
    case .stacked: return SVGBars(self, top: top).draw(on: &canvas)
    case .heatmap: return SVGHeatMap(self, top: top).draw(on: &canvas)
    case .multiples: return SVGMultiples(self, top: top).draw(on: &canvas)
    case .slope: return SVGSlope(self, top: top).draw(on: &canvas)
    case .scatter: return SVGScatter(self, top: top).draw(on: &canvas)
    }
  }

  private var pageRemarks: [String] {
    var signs = remarks
    let states = Set(
      (series.flatMap(\.points) + (horizontal?.points ?? [])).filter { $0.value != nil }
        .map(\.state)
    )
    let words: [State: String] =
      switch form {
      case .multiples where !hasFewDerived: [.provisional: "dotted: provisional"]
      case .line, .area, .multiples:
        [.derived: "hollow: derived", .provisional: "dotted: provisional"]
      case .scatter where axis.positions.count > 1000: [:]
      case .slope, .scatter: [.derived: "hollow: derived", .provisional: "hollow: provisional"]
      // Areas have no edges by which one part of a stack could look different.
      case .stacked where axis.isTime && axis.positions.count > 24: [:]
      case .bars, .stacked: [.derived: "pale: derived", .provisional: "dashed: provisional"]
      case .heatmap: [.derived: "ring: derived", .provisional: "ring: provisional"]
      }
    for state in [State.derived, .provisional] where states.contains(state) {
      signs.append(words[state] ?? count(of: [state]))
    }
    let list = isEventless ? events.map(\.dated).joined(separator: "\u{A0}· ") : ""
    return [list.isEmpty ? "" : "events: " + list, signs.joined(separator: "\u{A0}· "), source]
  }

  /// True where derived points in small pictures can be marked one by one.
  var hasFewDerived: Bool {
    series.allSatisfy { one in one.points.count { $0.state == .derived && $0.value != nil } <= 8 }
  }

  /// True for drawings without a place for events.
  private var isEventless: Bool {
    switch form {
    case .line, .area: false
    case .bars, .stacked: !axis.isTime
    case .heatmap, .multiples, .slope, .scatter: true
    }
  }

  /// What a reader who cannot see the drawing has to know of it.
  var sentence: String {
    let kind =
      switch form {
      case .line: "Line chart"
      case .bars: "Bar chart"
      case .area: "Area chart"
      case .stacked: "Stacked chart"
      case .heatmap: "Heat map"
      case .multiples: "Small line charts"
      case .slope: "Slope chart"
      case .scatter: "Scatter plot"
      }
    var sentences = ["\(kind), \(format.unitLabel)"]
    if let first = axis.positions.first, let last = axis.positions.last {
      sentences[0] += ", \(first.label) to \(last.label)"
    }
    for series in series.prefix(8) {
      guard let latest = series.latest else { continue }
      let known = series.points.indices.compactMap { i in series.points[i].value.map { (i, $0) } }
      guard let low = known.min(by: { $0.1 < $1.1 }), let high = known.max(by: { $0.1 < $1.1 })
      else { continue }
      let name = series.name.isEmpty ? "" : "\(series.name): "
      sentences.append(
        "\(name)lowest \(figure(low)), highest \(figure(high)), last \(figure(latest))"
      )
    }
    return sentences.joined(separator: ". ") + "."
  }

  private func figure(_ point: (index: Int, value: Double)) -> String {
    "\(format.text(point.value)) (\(axis.positions[point.index].label))"
  }

  /// What appears where the pointer rests on a point.
  func hover(_ series: Int, _ index: Int) -> String {
    let point = self.series[series].points[index]
    let name = self.series[series].name
    let state =
      switch point.state {
      case .ok: ""
      case .derived: " (derived)"
      case .provisional: " (provisional)"
      case .incomplete: " (incomplete)"
      }
    let unit = format.suffix.isEmpty ? " " + format.unitLabel : format.suffix
    let value = point.value.map { format.text($0) + unit } ?? "no figure"
    return "\(name.isEmpty ? "" : name + ", ")\(axis.positions[index].label): \(value)\(state)"
  }

  /// A name that tells this drawing from others on its page, the same whenever it is drawn.
  private func identifier(_ salt: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in (title + form.rawValue + digest + salt).utf8 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return "tw" + String(hash, radix: 36)
  }
}
