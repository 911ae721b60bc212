import Periods

/// Names, shades and lines of events behind a drawing in the terminal.
struct TextEvents {
  private let chart: Chart
  private let layout: EventLayout
  private let place: (Month) -> Int
  private let plot: Range<Int>

  /// `place` is the column of a month within `plot`, for months before and behind it as well.
  init(_ chart: Chart, plot: Range<Int>, place: @escaping (Month) -> Int) {
    self.chart = chart
    self.plot = plot
    let within = { (month: Month) in min(plot.upperBound - 1, max(plot.lowerBound, place(month))) }
    self.place = within
    layout = EventLayout(
      chart.events,
      atMost: 2,
      from: Double(plot.lowerBound),
      to: Double(plot.upperBound),
      gap: 2,
      place: { Double(within($0)) },
      width: { Double(displayWidth($0)) }
    )
  }

  /// The lines of names above the plot.
  var rows: Int { layout.rows }

  /// Shades spells, marks days and names both; `rows` are those of the plot.
  func draw(on grid: inout TextGrid, rows: Range<Int>) {
    for event in chart.events {
      guard let end = event.end else { continue }
      let start = place(event.start)
      // Sparse enough for the line before it to stand out.
      let columns = start..<max(start + 1, place(end) + 1)
      for row in rows {
        for column in columns where (column + 2 * row) % 4 == 0 || columns.count < 4 {
          grid.put("░", column, row, as: .dim)
        }
      }
    }
    for event in chart.events where event.end == nil {
      for row in rows { grid.put("┊", place(event.start), row, as: .dim) }
    }
    for label in layout.labels {
      grid.put(
        label.text,
        Int(label.start),
        rows.lowerBound - layout.rows + label.row,
        as: .label
      )
    }
  }

  /// What the letters stand for.
  func key(width: Int) -> [StyledText.Line] {
    guard !layout.key.isEmpty else { return [] }
    return wrappedList(layout.key, to: width).map { StyledText.Line($0, as: .dim) }
  }
}

extension Chart {
  /// The events of a drawing that has no place for them, as a line of text.
  func eventList(width: Int) -> [StyledText.Line] {
    guard !events.isEmpty else { return [] }
    var names = events.map(\.dated)
    names[0] = "events: " + names[0]
    return wrappedList(names, to: width).map { StyledText.Line($0, as: .dim) }
  }
}

/// Entries with dots between them, in lines of at most `width` columns; no line begins with a dot.
func wrappedList(_ entries: [String], to width: Int) -> [String] {
  // A no-break space keeps the dot at the entry before it.
  wrapped(entries.joined(separator: "\u{A0}· "), to: width).map {
    String($0.map { $0 == "\u{A0}" ? " " : $0 })
  }
}
