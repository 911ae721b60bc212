/// How a chart is drawn in a terminal.
package struct TextChartOptions: Sendable {
  package var width = 80

  /// Rows of the drawing itself, without axis and labels.
  package var height = 12

  package var raster = DotCanvas.Raster.braille

  package init() {}
}

extension Chart {
  /// The drawing, what its signs mean, and the digest by which saved sessions compare drawings.
  package func text(_ options: TextChartOptions = TextChartOptions()) -> StyledText {
    var text = StyledText()
    for line in drawing(options) { text.append(line) }
    text.append(digest, as: .dim)
    return text
  }

  private func drawing(_ options: TextChartOptions) -> [StyledText.Line] {
    switch form {
    case .line, .area: TextLines(self, options).lines
    case .bars where !axis.isTime || series.count > 1 || axis.positions.count <= 16:
      TextBars(self, options).lines
    case .bars: TextColumns(self, options).lines
    case .stacked where axis.positions.count <= 16: TextStacks(self, options).lines
    case .stacked: TextColumns(self, options).lines
    case .heatmap: TextHeatMap(self, options).lines
    case .multiples: TextMultiples(self, options).lines
    case .slope: TextSlope(self, options).lines
    case .scatter: TextScatter(self, options).lines
    }
  }

  /// The data behind the drawing: `⟦13 pts, 299.8..411.9⟧`.
  var digest: String { Reports.digest(values, format) }
}

extension StyledText.Role {
  /// The roles of a first, second, third … series; their colours differ for colour-blind readers too.
  static func ofSeries(_ index: Int) -> StyledText.Role {
    let roles: [StyledText.Role] = [.firstSeries, .secondSeries, .thirdSeries, .fourthSeries]
    return roles[index % roles.count]
  }
}
