extension Chart {
  /// What the signs of a drawing mean and what is remarkable about its points.
  func signs(_ drawn: [State], unmarked: String? = nil, width: Int) -> [StyledText.Line] {
    var parts = remarks
    if form == .line || form == .area {
      if drawn.contains(.derived) { parts.append("○ derived") }
      if drawn.contains(.provisional) { parts.append("dotted: provisional") }
    } else {
      if drawn.contains(.derived) { parts.append("▓ derived") }
      if drawn.contains(.provisional) { parts.append("▒ provisional") }
    }
    if let unmarked { parts.append(unmarked) }
    guard !parts.isEmpty else { return [] }
    return wrapped(parts.joined(separator: " · "), to: width).map { StyledText.Line($0, as: .dim) }
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
