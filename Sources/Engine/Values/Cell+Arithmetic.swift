import Catalogue
import Periods

extension Cell {
  /// A value computed from others: missing where one of them is, with the weakest of their states,
  /// the youngest of their dates and all of their sources.
  static func computed(from cells: some Collection<Cell>, value: ([Double]) -> Double) -> Cell {
    if let absent = cells.first(where: { !$0.hasValue }) { return absent }
    return cells.behind(value(cells.map(\.value)))
  }

  /// The same from one cell.
  @inline(__always)
  static func computed(_ cell: Cell, value: (Double) -> Double) -> Cell {
    guard cell.hasValue else { return cell }
    return Cell(0).resting(on: cell).holdingResult(value(cell.value))
  }

  /// The same from two cells.
  @inline(__always)
  static func computed(_ first: Cell, _ second: Cell, value: (Double, Double) -> Double) -> Cell {
    guard first.hasValue else { return first }
    guard second.hasValue else { return second }
    let value = value(first.value, second.value)
    return Cell(0).resting(on: first).resting(on: second).holdingResult(value)
  }

  /// The sum of cells: missing where one of them is.
  static func sum(of cells: some Collection<Cell>) -> Cell {
    var total = Cell(0)
    for cell in cells {
      guard cell.hasValue else { return cell }
      total.value += cell.value
      total.rest(on: cell)
    }
    return total.holdingResult(total.value)
  }

  func with(value: Double) -> Cell {
    var copy = self
    copy.value = value
    return copy
  }

  func with(state: State) -> Cell {
    var copy = self
    copy.state = state
    return copy
  }

  /// Takes the date, the sources and the weaker state of a cell that goes into this one.
  @inline(__always)
  mutating func rest(on cell: Cell) {
    if let day = cell.published { published = published.map { max($0, day) } ?? day }
    sources = sources.union(cell.sources)
    switch cell.state {
    case .provisional: state = .provisional
    case .derived: if state == .ok { state = .derived }
    case .ok, .missing, .notMeaningful: break
    }
  }

  @inline(__always)
  fileprivate func resting(on cell: Cell) -> Cell {
    var copy = self
    copy.rest(on: cell)
    return copy
  }

  /// The cell with what a formula gave; one that is not finite has no meaning.
  @inline(__always)
  fileprivate func holdingResult(_ value: Double) -> Cell {
    value.isFinite
      ? with(value: value) : with(value: 0).with(state: .notMeaningful(.undefined))
  }
}

extension Collection<Cell> {
  /// What a formula gave on these cells, all of which have values.
  func behind(_ value: Double) -> Cell {
    var result = Cell(0)
    for cell in self { result.rest(on: cell) }
    return result.holdingResult(value)
  }

  /// A cell with the dates and sources of all.
  func joined(_ value: Double, state: Cell.State) -> Cell {
    var result = Cell(value)
    for cell in self { result.rest(on: cell) }
    result.state = state
    return result
  }

  /// `derived` where any is, then `provisional`; else `ok`.
  var weakestState: Cell.State {
    var result = Cell(0)
    for cell in self { result.rest(on: cell) }
    return result.state
  }
}
