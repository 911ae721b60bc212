// Signs for points that are not ordinary.
extension TextLines {
  /// Draws signs where there is room for them; returns the states that were drawn.
  func drawMarks(on grid: inout TextGrid, _ canvas: DotCanvas) -> [Chart.State] {
    var drawn: [Chart.State] = []
    for (state, sign) in [(Chart.State.derived, "○"), (.incomplete, "*")] {
      for (s, series) in chart.series.enumerated() {
        let marked = series.points.indices.filter {
          series.points[$0].state == state && series.points[$0].value != nil
        }
        guard !marked.isEmpty, isFew(marked) else { continue }
        for i in marked {
          guard let value = series.points[i].value else { continue }
          let dot = self.dot(i, value, canvas)
          grid.put(
            sign,
            frame.edge + 1 + dot.x / options.raster.columns,
            frame.head + dot.y / options.raster.rows,
            as: .ofSeries(s)
          )
        }
        if !drawn.contains(state) { drawn.append(state) }
      }
    }
    if chart.contains(.provisional) { drawn.append(.provisional) }
    return drawn
  }

  /// Signs on more points than this would hide the line.
  private func isFew(_ marked: [Int]) -> Bool { marked.count <= max(3, frame.columns / 8) }

  /// Which series have more derived points than there is room for signs.
  var unmarked: String? {
    let counts = chart.series.compactMap { series -> String? in
      let derived = series.points.indices.filter {
        series.points[$0].state == .derived && series.points[$0].value != nil
      }
      guard !isFew(derived) else { return nil }
      let known = series.points.count { $0.value != nil }
      let name = series.name.isEmpty ? "" : "\(series.name) "
      return "\(name)\(derived.count) of \(known)"
    }
    return counts.isEmpty ? nil : "derived, too many to mark: \(counts.joined(separator: ", "))"
  }
}
