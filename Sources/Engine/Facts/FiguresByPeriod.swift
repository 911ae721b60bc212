import Periods

/// Figures as they were published, each under its period.
///
/// Most are single months; these lie in a row, so that finding one is a subtraction.
struct FiguresByPeriod: Sendable {
  /// The single months from the first that has a figure to the last; nil where one has none.
  private var row: [Cell?] = []
  /// The index of the month with which the row begins.
  private var start = 0
  /// Quarters, running totals, years.
  private(set) var longer: [Period: Cell] = [:]

  init() {}

  init(_ figures: [Period: Cell]) {
    let months = figures.keys.lazy.filter { $0.length == 1 }.map(\.start.index)
    if let first = months.min(), let last = months.max() {
      start = first
      row = [Cell?](repeating: nil, count: last - first + 1)
    }
    for (period, cell) in figures { insert(cell, for: period) }
  }

  subscript(period: Period) -> Cell? {
    period.length == 1 ? self[month: period.start.index] : longer[period]
  }

  /// The figure of a single month.
  subscript(month index: Int) -> Cell? {
    let place = index - start
    return row.indices.contains(place) ? row[place] : nil
  }

  /// Sets the figure of a period; the one that was there goes.
  mutating func insert(_ cell: Cell, for period: Period) {
    guard period.length == 1 else {
      longer[period] = cell
      return
    }
    let index = period.start.index
    if row.isEmpty { start = index }
    if index < start {
      row.insert(contentsOf: repeatElement(nil, count: start - index), at: 0)
      start = index
    }
    while row.count <= index - start { row.append(nil) }
    row[index - start] = cell
  }

  var isEmpty: Bool { row.isEmpty && longer.isEmpty }

  /// The single months that have a figure, at least as far as they reach from end to end.
  var months: ClosedRange<Int>? { row.isEmpty ? nil : start...start + row.count - 1 }

  /// The months from the first to the last of all figures.
  var span: ClosedRange<Int>? {
    longer.keys.reduce(months) { span, period in
      let months = period.months
      guard let span else { return months }
      return min(span.lowerBound, months.lowerBound)...max(span.upperBound, months.upperBound)
    }
  }

  /// The sum of months that follow each other; nil where one has no figure.
  func sum(of months: ClosedRange<Int>) -> Cell? {
    let places = months.lowerBound - start...months.upperBound - start
    guard places.lowerBound >= 0, places.upperBound < row.count else { return nil }
    var total = Cell(0)
    for place in places {
      guard let cell = row[place] else { return nil }
      total.value += cell.value
      total.rest(on: cell)
    }
    return total
  }

  func mapValues(_ transform: (Cell) -> Cell) -> FiguresByPeriod {
    var copy = self
    copy.row = row.map { $0.map(transform) }
    copy.longer = longer.mapValues(transform)
    return copy
  }
}
