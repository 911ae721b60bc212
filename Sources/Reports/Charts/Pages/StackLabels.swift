/// The names of parts beside the last stack, in place of a legend.
struct StackLabels {
  private let chart: Chart
  private let last: Int

  /// Nil where there is no room for names, or no last stack to stand beside.
  init?(_ chart: Chart, width: Double) {
    guard chart.form == .stacked, width >= 480,
      let last = chart.axis.positions.indices.last(where: { i in
        chart.series.contains { ($0.points[i].value ?? 0) > 0 }
      }), chart.series.allSatisfy({ ($0.points[last].value ?? 0) >= 0 })
    else { return nil }
    self.chart = chart
    self.last = last
  }

  private func name(_ series: Int) -> String { truncated(chart.series[series].name, to: 16) }

  /// How much the names take of the width of the plot.
  var room: Double {
    (chart.series.indices.map { textWidth(name($0), size: 13) }.max() ?? 0) + 8
  }

  func draw(_ frame: SVGFrame, on canvas: inout SVGCanvas) {
    var base = 0.0
    let middles = chart.series.map { series -> Double in
      let value = series.points[last].value ?? 0
      defer { base += value }
      return frame.y(base + value / 2)
    }
    // Parts lie on top of each other: the last is the highest.
    let ys = apart(middles.reversed(), by: 15, in: frame.top...frame.bottom)
    for (s, y) in zip(chart.series.indices.reversed(), ys) {
      canvas.text(name(s), frame.right + 8, y + 4, class: "tw-f\(s % 6)")
    }
  }
}
