import Catalogue
import Periods

extension Chart {
  /// Along what the points stand: periods or names.
  package struct Axis: Sendable {
    package var positions: [Position]

    /// Months from one period to the next; nil where the positions are names.
    package var step: Int?

    package init(_ positions: [Position], step: Int? = nil) {
      self.positions = positions
      self.step = step
    }

    var isTime: Bool { step != nil }

    /// The months of the first and the last period.
    var span: ClosedRange<Int>? {
      guard isTime, let first = positions.first?.month, let last = positions.last?.month,
        first <= last
      else { return nil }
      return first.index...last.index
    }

    /// Where a position stands on the way from the first, 0, to the last, 1.
    func fraction(_ index: Int) -> Double {
      guard let span, let month = positions[index].month else {
        return positions.count > 1 ? Double(index) / Double(positions.count - 1) : 0.5
      }
      return fraction(of: month, in: span)
    }

    func fraction(of month: Month, in span: ClosedRange<Int>) -> Double {
      guard span.count > 1 else { return 0.5 }
      return Double(month.index - span.lowerBound) / Double(span.count - 1)
    }

    /// True where no period is missing between a position and the one before it.
    func isConnected(_ index: Int) -> Bool {
      guard let step, index > 0 else { return index > 0 }
      guard let month = positions[index].month, let before = positions[index - 1].month
      else { return true }
      return month - before <= step
    }
  }

  package struct Position: Equatable, Sendable {
    /// The name or the period as tables write it: `2025-11`.
    package var label: String
    /// The first month of a period.
    package var month: Month?
    /// True for a period that is not over.
    package var isIncomplete = false

    package init(_ label: String, month: Month? = nil, isIncomplete: Bool = false) {
      self.label = label
      self.month = month
      self.isIncomplete = isIncomplete
    }
  }

  /// An event on the time axis; with an end, an episode.
  package struct Mark: Sendable {
    package var name: String
    package var start: Month
    package var end: Month?

    package init(_ name: String, start: Month, end: Month? = nil) {
      self.name = name
      self.start = start
      self.end = end
    }

    package init(_ event: Event) {
      self.init(event.name, start: event.start.month, end: event.end?.month)
    }
  }
}
