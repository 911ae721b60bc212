import Catalogue
import Engine
import Periods

extension Chart {
  /// Chooses the form, and arranges the series as the form needs them.
  mutating func takeForm(_ wanted: ChartForm?, for content: ChartContent) {
    form = suitable(wanted ?? usualForm(for: content))
    if form == .heatmap || form == .multiples { leaveOutRest() }
    switch form {
    case .heatmap where axis.isTime: turnForHeatMap()
    case .heatmap: turnSides()
    case .stacked:
      leaveOutTorsos()
      if series.count > Chart.mostParts { foldSmallParts() }
    case .multiples where series.count > Chart.mostPanels: keepLargest()
    default: break
    }
  }

  /// More parts than this cannot be told apart.
  static let mostParts = 6

  static let mostPanels = 12

  /// The form that suits the figures where the query names none.
  private func usualForm(for content: ChartContent) -> ChartForm {
    guard axis.isTime else { return series.count > 1 ? .heatmap : .bars }
    guard series.count == 1 else {
      if addsUp { return .stacked }
      return series.count > 4 ? .multiples : .line
    }
    let count = axis.positions.count
    let isSigned = content.isChange || (bounds?.low ?? 0) < 0
    return count < 3 || (axis.step ?? 1) >= 12 && count <= 40 || isSigned && count <= 40
      ? .bars : .line
  }

  /// The form asked for or, where it would lie, the nearest one that does not.
  private func suitable(_ form: ChartForm) -> ChartForm {
    let isSingle = series.count == 1
    switch form {
    // A line says that there is something between its points.
    case .line where axis.isTime: return series.count > 4 ? .multiples : .line
    case .area where axis.isTime: return isSingle ? .area : suitable(.stacked)
    case .line, .area: return .bars
    case .stacked where isSingle: return axis.isTime ? .area : .bars
    case .stacked:
      let isKnown = axis.positions.indices.contains(where: isWhole)
      return isKnown ? .stacked : axis.isTime ? .multiples : .heatmap
    case .heatmap: return isSingle && !axis.isTime ? .bars : .heatmap
    case .multiples: return isSingle || !axis.isTime ? suitable(.line) : .multiples
    case .bars:
      guard !isSingle else { return .bars }
      return series.count > 3 || axis.positions.count > 16
        ? (axis.isTime ? .multiples : .heatmap) : .bars
    }
  }

  /// True for shares that make up the whole.
  private var addsUp: Bool {
    guard format.unitLabel == "%", !format.showsPlus else { return false }
    return axis.positions.indices.allSatisfy { i in
      let parts = series.compactMap { $0.points[i].value }
      let sum = parts.reduce(0, +)
      return parts.allSatisfy { $0 >= 0 } && (99...101).contains(sum)
    }
  }

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
    let name = Member.rest
    if let index = series.firstIndex(where: { $0.name == name }), series.count > 2 {
      series.remove(at: index)
      remarks.append("without the \(name)")
    }
    if !axis.isTime, let index = axis.positions.firstIndex(where: { $0.label == name }) {
      axis.positions.remove(at: index)
      for i in series.indices { series[i].points.remove(at: index) }
      remarks.append("without the \(name)")
    }
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

  private mutating func keepLargest() {
    let order = series.indices.sorted { (series[$1].size, $0) < (series[$0].size, $1) }
    let kept = order.prefix(Chart.mostPanels).sorted()
    remarks.append("without the \(series.count - kept.count) smallest of \(series.count)")
    series = kept.map { series[$0] }
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
