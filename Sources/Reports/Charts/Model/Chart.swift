/// An answer as a picture before anything is drawn: what the painters of all places have in common.
///
/// Values are in the unit itself; scale is the business of ``format``, as in tables.
package struct Chart: Sendable {
  package var form: ChartForm

  /// The reading of the query in words, without the unit.
  package var title: String

  /// Scale, decimals and unit of all values.
  package var format: NumberFormat

  package var axis: Axis

  /// What is drawn; each has a point for every position of the axis.
  package var series: [Series]

  /// Points in time and episodes to be marked behind the figures.
  package var events: [Mark] = []

  /// The second quantity of a scatter.
  package var horizontal: Horizontal?

  /// The line of least squares, where it was asked for.
  package var fit: Fit?

  /// Why some points look or are different, one sentence a line.
  package var remarks: [String] = []

  /// Who issued the figures; empty where unknown.
  package var source = ""

  package struct Series: Sendable {
    package var name: String
    package var points: [Point]

    package init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }

    /// The last point that has a value and stands for a whole period.
    var latest: (index: Int, value: Double)? {
      for i in points.indices.reversed() where points[i].state != .incomplete {
        if let value = points[i].value { return (i, value) }
      }
      return nil
    }
  }

  package struct Point: Equatable, Sendable {
    /// Nil where there is no figure.
    package var value: Double?
    package var state: State

    package init(_ value: Double?, _ state: State = .ok) {
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.state = state
    }
  }

  /// What makes a point look different.
  package enum State: Hashable, Sendable {
    case ok, derived, provisional
    /// The period is not over; a line must not lead there as if it were a fall.
    case incomplete
  }

  /// All values that are drawn.
  var values: [Double?] { series.flatMap { $0.points.map(\.value) } }

  var bounds: (low: Double, high: Double)? {
    var low = Double.infinity
    var high = -Double.infinity
    for one in series {
      for point in one.points {
        guard let value = point.value else { continue }
        low = min(low, value)
        high = max(high, value)
      }
    }
    return low <= high ? (low, high) : nil
  }

  func contains(_ state: State) -> Bool {
    series.contains { $0.points.contains { $0.state == state && $0.value != nil } }
  }
}
