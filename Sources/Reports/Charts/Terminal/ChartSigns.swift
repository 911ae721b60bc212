extension Chart {
  /// What the signs of a drawing mean and what is remarkable about its points.
  func signs(_ drawn: [State], unmarked: String? = nil, width: Int) -> [StyledText.Line] {
    var parts = remarks
    if [.line, .area, .slope, .scatter, .multiples].contains(form) {
      if drawn.contains(.derived) { parts.append("○ derived") }
      if drawn.contains(.provisional) {
        parts.append(form == .scatter ? "◌ provisional" : "dotted: provisional")
      }
    } else {
      if drawn.contains(.derived) { parts.append("▓ derived") }
      if drawn.contains(.provisional) { parts.append("▒ provisional") }
    }
    if let unmarked { parts.append(unmarked) }
    guard !parts.isEmpty else { return [] }
    return wrappedList(parts, to: width).map { StyledText.Line($0, as: .dim) }
  }

  /// What the letters behind figures mean, where fills have another meaning.
  func letters(_ drawn: [State], part: String = "", width: Int) -> [StyledText.Line] {
    var copy = self
    if drawn.contains(.derived) { copy.remarks.append("d \(part)derived") }
    if drawn.contains(.provisional) { copy.remarks.append("p \(part)provisional") }
    return copy.signs([], width: width)
  }

  /// The letter of a position whose figures are not all as published.
  func letter(at index: Int) -> String {
    series.lazy.map { $0.points[index] }.filter { $0.value != nil }.map(\.letter)
      .first { !$0.isEmpty } ?? ""
  }

  /// How many points are in the states, where there is no room to mark them: `derived: 7 of 40`.
  func count(of states: [State]) -> String {
    let known = series.flatMap(\.points).filter { $0.value != nil }
    return states.map { state in
      let count = known.count { $0.state == state }
      return "\(state == .derived ? "derived" : "provisional"): \(count) of \(known.count)"
    }.joined(separator: ", ")
  }

  /// The names of the series behind the signs by which they are drawn, in as many lines as needed.
  func names(signs: [String], width: Int) -> [StyledText.Line] {
    var lines = [StyledText.Line()]
    for (i, series) in series.enumerated() {
      let sign = signs[i % signs.count]
      let next = displayWidth(sign) + 1 + displayWidth(series.name)
      if lines[lines.count - 1].width > 0 {
        if lines[lines.count - 1].width + 2 + next > width {
          lines.append(StyledText.Line())
        } else {
          lines[lines.count - 1].append("  ")
        }
      }
      lines[lines.count - 1].append(sign, as: .ofSeries(i))
      lines[lines.count - 1].append(
        " " + truncated(series.name, to: width - displayWidth(sign) - 1)
      )
    }
    return lines
  }
}

extension Chart.Point {
  /// The letter that tables put behind such a figure.
  var letter: String {
    guard value != nil else { return "" }
    return switch state {
    case .derived: "d"
    case .provisional: "p"
    case .ok, .incomplete: ""
    }
  }
}
