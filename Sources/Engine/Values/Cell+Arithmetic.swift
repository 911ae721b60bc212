import Catalogue
import Periods

extension Cell {
  /// A value computed from others: missing where one of them is, with the weakest of their states,
  /// the youngest of their dates and all of their sources.
  static func computed(from cells: [Cell], value: ([Double]) -> Double) -> Cell {
    guard let absent = cells.first(where: { !$0.hasValue }) else {
      let result = value(cells.map(\.value))
      guard result.isFinite else { return cells.joined(0, state: .notMeaningful(.undefined)) }
      return cells.joined(result, state: cells.weakestState)
    }
    return absent
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
}

extension [Cell] {
  /// A cell with the dates and sources of all.
  func joined(_ value: Double, state: Cell.State) -> Cell {
    var published: Day?
    var sources = SourceSet.none
    for cell in self {
      published = [published, cell.published].compactMap { $0 }.max()
      sources = sources.union(cell.sources)
    }
    return Cell(value, state: state, published: published, sources: sources)
  }

  /// `derived` where any is, then `provisional`; else `ok`.
  var weakestState: Cell.State {
    if contains(where: { $0.state == .provisional }) { return .provisional }
    return contains(where: { $0.state == .derived }) ? .derived : .ok
  }
}
