/// The kinds of pictures that a chart can be.
package enum ChartForm: String, CaseIterable, Sendable {
  /// Points joined over time.
  case line
  /// Bars from zero, to both sides of it where there are negative values.
  case bars
  /// A line filled down to zero, or parts on top of each other.
  case area
  /// Parts on top of each other.
  case stacked
  /// Shades for members and periods.
  case heatmap
  /// A small picture for each series, all on one scale.
  case multiples
  /// What members had at two dates, joined.
  case slope
  /// One quantity against another, a point for each period or member.
  case scatter
}
