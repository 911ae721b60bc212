import Catalogue
import Periods

/// Cells for consecutive periods of one frequency.
package struct Series: Hashable, Sendable {
  package var frequency: Frequency
  /// The number of the first period, as ``Frequency/period(_:)`` counts.
  package var first: Int
  package var cells: [Cell]

  package init(_ frequency: Frequency, first: Int, cells: [Cell]) {
    self.frequency = frequency
    self.first = first
    self.cells = cells
  }

  package var end: Int { first + cells.count }

  package var numbers: Range<Int> { first..<end }

  /// The cell of a period's number; outside of the series it is missing.
  package subscript(number: Int) -> Cell {
    numbers.contains(number) ? cells[number - first] : .missing(.outOfRange)
  }

  package func period(_ number: Int) -> Period { frequency.period(number) }

  /// The cell of a period; missing where the series has no such period.
  package subscript(period: Period) -> Cell {
    frequency.number(of: period).map { self[$0] } ?? .missing(.outOfRange)
  }

  /// The same periods with other cells, computed from their numbers.
  package func map(_ cell: (Int) -> Cell) -> Series {
    Series(frequency, first: first, cells: numbers.map(cell))
  }

  /// The number of the last period that has a value.
  package var lastNumber: Int? { numbers.last { self[$0].hasValue } }

  package var firstNumber: Int? { numbers.first { self[$0].hasValue } }

  /// Only the periods in a range, as far as the series has them.
  package func clamped(to range: ClosedRange<Int>) -> Series {
    let kept = range.clamped(to: first...max(first, end - 1))
    guard !cells.isEmpty, range.overlaps(first...(end - 1)) else {
      return Series(frequency, first: range.lowerBound, cells: [])
    }
    return Series(
      frequency,
      first: kept.lowerBound,
      cells: Array(cells[(kept.lowerBound - first)...(kept.upperBound - first)])
    )
  }

  /// The series without periods at either end that have no value and no reason worth showing.
  package var trimmed: Series {
    guard let firstNumber = numbers.first(where: { self[$0].isInformative }),
      let lastNumber = numbers.last(where: { self[$0].isInformative })
    else { return Series(frequency, first: first, cells: []) }
    return clamped(to: firstNumber...lastNumber)
  }
}

extension Cell {
  /// True for values, and for what has no value for a reason that the figures themselves give.
  var isInformative: Bool {
    switch state {
    case .ok, .derived, .provisional, .notMeaningful, .missing(.combined): true
    case .missing: false
    }
  }
}
