import Periods

/// Which of several publications of one figure counts.
package enum Vintage: Hashable, Sendable {
  /// The newest.
  case latest
  /// The newest that was out on a day.
  case asOf(Day)
  /// The one that came first.
  case firstPublished
}
