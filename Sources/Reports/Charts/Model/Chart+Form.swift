import Catalogue
import Engine
import Periods

extension Chart {
  /// Arranges the series as the form needs them.
  mutating func arrange() {
    if [.heatmap, .multiples, .slope].contains(form) { leaveOutRest() }
    if form == .heatmap || form == .multiples { leaveOutEmpty() }
    switch form {
    case .heatmap where axis.isTime: turnForHeatMap()
    case .heatmap: turnSides()
    case .area where series.count > 1:
      form = .stacked
      arrange()
    case .stacked:
      leaveOutTorsos()
      if series.count > Chart.mostParts { foldSmallParts() }
    case .multiples where series.count > Chart.mostPanels: keepLargest(Chart.mostPanels)
    case .slope: keepEnds()
    default: break
    }
  }

  /// More parts than this cannot be told apart.
  static let mostParts = 6

  static let mostPanels = 12

  /// True where all parts are known.
  private func isWhole(_ index: Int) -> Bool {
    series.allSatisfy { $0.points[index].value != nil }
  }

  // MARK: Arranging

  /// A sum that lacks a part would look like a fall.
  private mutating func leaveOutTorsos() {
    let torsos = axis.positions.indices.filter { !isWhole($0) }
    guard let first = torsos.first, let last = torsos.last else { return }
    for s in series.indices {
      for i in torsos { series[s].points[i].value = nil }
    }
    let count = torsos.count
    let labels = axis.positions
    remarks.append(
      count <= 3
        ? "a part is not known: \(torsos.map { labels[$0].label }.joined(separator: ", "))"
        : "a part is not known: \(count) of \(labels.count), \(labels[first].label) to "
          + labels[last].label
    )
  }

  /// What is left when members are named is no member, and often larger than all of them.
  private mutating func leaveOutRest() {
    if let index = series.firstIndex(where: { Member.isRest($0.name) }), series.count > 2 {
      remarks.append("without the \(series[index].name)")
      series.remove(at: index)
    }
    if !axis.isTime, let index = axis.positions.firstIndex(where: { Member.isRest($0.label) }) {
      remarks.append("without the \(axis.positions[index].label)")
      axis.positions.remove(at: index)
      for i in series.indices { series[i].points.remove(at: index) }
    }
  }

  /// Members without any figure say nothing.
  private mutating func leaveOutEmpty() {
    if axis.isTime {
      let empty = series.filter { one in one.points.allSatisfy { $0.value == nil } }.map(\.name)
      series.removeAll { one in one.points.allSatisfy { $0.value == nil } }
      remarkEmpty(empty)
    } else {
      let empty = axis.positions.indices.filter { i in
        series.allSatisfy { $0.points[i].value == nil }
      }
      remarkEmpty(empty.map { axis.positions[$0].label })
      for i in empty.reversed() {
        axis.positions.remove(at: i)
        for s in series.indices { series[s].points.remove(at: i) }
      }
    }
  }

  private mutating func remarkEmpty(_ names: [String]) {
    guard !names.isEmpty else { return }
    let named = names.count > 4 ? "\(names.count) members" : names.joined(separator: ", ")
    remarks.append("no figure for \(named)")
  }

  /// The largest parts and one for all others.
  private mutating func foldSmallParts() {
    let order = series.indices.sorted { (series[$1].size, $0) < (series[$0].size, $1) }
    let kept = Set(order.prefix(Chart.mostParts - 1))
    let others = series.indices.filter { !kept.contains($0) }.map { series[$0] }
    let rest = axis.positions.indices.map { i -> Point in
      let known = others.compactMap { $0.points[i].value }
      return Point(known.isEmpty ? nil : known.reduce(0, +), .derived)
    }
    series = series.indices.filter(kept.contains).map { series[$0] }
    series.append(Series("\(others.count) others", rest))
  }

  private mutating func keepLargest(_ count: Int) {
    let order = series.indices.sorted { (series[$1].size, $0) < (series[$0].size, $1) }
    let kept = order.prefix(count).sorted()
    remarks.append("without the \(series.count - kept.count) smallest of \(series.count)")
    series = kept.map { series[$0] }
  }

  /// The first and the last complete position for which most figures are known.
  private mutating func keepEnds() {
    let usable = axis.positions.indices.filter { i in
      let known = series.count { $0.points[i].value != nil }
      return !axis.positions[i].isIncomplete && 2 * known >= series.count
    }
    let whole = axis.positions.indices
    guard var first = usable.first ?? whole.first, var last = usable.last ?? whole.last else {
      return
    }
    if first == last { (first, last) = (whole.lowerBound, whole.upperBound - 1) }
    if whole.count > 2 {
      remarks.append("of \(whole.count) periods only the first and the last")
    }
    if !axis.positions[first].isIncomplete, !axis.positions[last].isIncomplete {
      remarks.removeAll { $0.hasPrefix("* incomplete") }
    }
    axis.positions = [axis.positions[first], axis.positions[last]]
    for i in series.indices {
      series[i].points = [series[i].points[first], series[i].points[last]]
    }
    let torn = series.filter { one in one.points.contains { $0.value == nil } }
    if !torn.isEmpty, torn.count < series.count {
      series.removeAll { one in one.points.contains { $0.value == nil } }
      let names =
        torn.count > 4 ? "\(torn.count) members" : torn.map(\.name).joined(separator: ", ")
      remarks.append("without \(names): a figure is not known")
    }
    if series.count > Chart.mostPanels { keepLargest(Chart.mostPanels) }
  }

  /// Members become rows: each row of a heat map is a series over the periods.
  private mutating func turnSides() {
    let columns = series
    let rows = axis.positions
    axis = Axis(columns.map { Position($0.name) })
    series = rows.indices.map { row in
      Series(rows[row].label, columns.map { $0.points[row] })
    }
  }

  /// One series of months becomes a calendar: a row for each year, a column for each month.
  private mutating func turnForHeatMap() {
    guard series.count == 1, let step = axis.step, 12 % step == 0, step < 12,
      let points = series.first?.points, let span = axis.span
    else { return }
    let years = Month(index: span.lowerBound).year...Month(index: span.upperBound).year
    var calendar = years.map { year in
      Series("\(year)", Array(repeating: Point(nil), count: 12 / step))
    }
    for (position, point) in zip(axis.positions, points) {
      guard let month = position.month else { continue }
      calendar[month.year - years.lowerBound].points[(month.number - 1) / step] = point
    }
    series = calendar
    axis = Axis(
      (0..<(12 / step)).map { i in
        switch step {
        case 1: Position(Month.abbreviations[i])
        case 3: Position("Q\(i + 1)")
        default: Position(Month.abbreviations[i * step])
        }
      }
    )
  }
}

extension Chart.Series {
  /// By what a series is ranked among others.
  fileprivate var size: Double { points.reduce(0) { $0 + ($1.value ?? 0).magnitude } }
}
