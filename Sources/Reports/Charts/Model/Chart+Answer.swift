import Catalogue
import Engine
import Language
import Periods

extension Chart {
  /// The picture of an answer, in the form asked for if it fits or else in the one that suits it.
  ///
  /// Nil for answers that no picture can be drawn of: single numbers, checks, spells and text.
  package init?(_ answer: Answer, as wanted: ChartForm? = nil) {
    guard let content = ChartContent(answer.content) else { return nil }
    let form = wanted.flatMap { content.objection(to: $0) == nil ? $0 : nil } ?? content.usualForm
    switch form {
    case .line, .area, .stacked, .multiples, .slope:
      self.init(content.overTime ?? content, form, answer)
    case .bars: self.init(content.barContent, form, answer)
    case .heatmap: self.init(content, form, answer)
    case .scatter: self.init(relationOf: content, answer)
    }
    if !content.leftOut.isEmpty, form != .scatter {
      remarks.append("without \(content.leftOut.joined(separator: ", ")): another unit")
    }
    if form == .line || form == .area { remarkGaps() }
  }

  private init(_ content: ChartContent, _ form: ChartForm, _ answer: Answer) {
    let known = content.columns.lazy.flatMap(\.cells).filter(\.hasValue)
    let format = NumberFormat(content.unit, cells: known, isChange: content.isChange)
    self.init(
      form: form,
      title: Chart.title(of: answer, without: [format.unitLabel]),
      format: format,
      axis: Axis(content.positions, step: content.step),
      series: zip(content.columns, content.seriesNames).map { column, name in
        Series(name, points(column.cells, content.positions))
      }
    )
    let incomplete = (content.overTime ?? content).incomplete
    if !incomplete.isEmpty {
      remarks = ["* incomplete: \(incomplete.joined(separator: ", "))"]
    }
    takeSource(of: answer)
    if answer.extras.contains(.events) { takeEvents(answer.events, content) }
    arrange()
  }

  /// The vertical quantity as a series over the points, and the horizontal one beside it.
  private init(relationOf content: ChartContent, _ answer: Answer) {
    let relation = content.relation ?? (content.columns[0], content.columns[0])
    func format(_ column: ChartContent.Column) -> NumberFormat {
      NumberFormat(column.unit, cells: column.cells, isChange: column.isChange)
    }
    let pairs = content.positions.indices.filter {
      relation.horizontal.cells[$0].hasValue && relation.vertical.cells[$0].hasValue
    }
    let positions = pairs.map { content.positions[$0] }
    func points(of column: ChartContent.Column) -> [Point] {
      Reports.points(pairs.map { column.cells[$0] }, positions)
    }
    let (x, y) = (format(relation.horizontal), format(relation.vertical))
    self.init(
      form: .scatter,
      title: Chart.title(of: answer, without: [x.unitLabel, y.unitLabel]),
      format: y,
      axis: Axis(positions, step: content.step),
      series: [Series(relation.vertical.name, points(of: relation.vertical))]
    )
    horizontal = Horizontal(
      name: relation.horizontal.name,
      format: x,
      points: points(of: relation.horizontal)
    )
    if positions.contains(where: \.isIncomplete) {
      remarks = ["* incomplete: \(content.incomplete.joined(separator: ", "))"]
    }
    let single = content.positions.count - pairs.count
    if single > 0 { remarks.append("\(single) of \(content.positions.count) lack one of the two") }
    takeSource(of: answer)
    if answer.extras.contains(.fit) { takeFit() }
    if answer.extras.contains(.events) { takeEvents(answer.events, content) }
  }

  private static func title(of answer: Answer, without units: [String]) -> String {
    answer.description.isEmpty
      ? answer.reading
      : answer.description.filter { !units.contains($0) }.joined(separator: " · ")
  }

  private mutating func takeSource(of answer: Answer) {
    if !answer.sources.isEmpty || !answer.issuers.isEmpty {
      source = sourceLine(of: answer, width: .max)
    }
  }

  /// Keeps the events of the time that the figures cover, whatever the drawing makes of it.
  private mutating func takeEvents(_ events: [Event], _ content: ChartContent) {
    guard let time = content.overTime, let step = time.step,
      let span = Axis(time.positions, step: step).span
    else { return remarks.append("events stand in time, and these are names") }
    // The last period has months behind its first.
    let end = span.upperBound + step - 1
    self.events = events.map(Mark.init).filter { mark in
      mark.start.index <= end && (mark.end ?? mark.start).index >= span.lowerBound
    }.sorted { ($0.start, $0.name) < ($1.start, $1.name) }
    if self.events.isEmpty { remarks.append("no event is known in this time") }
  }

  /// Where lines are broken, and why.
  private mutating func remarkGaps() {
    var gaps: [String] = []
    for i in axis.positions.indices where i > 0 && !axis.isConnected(i) {
      guard let month = axis.positions[i - 1].month, let step = axis.step else { continue }
      gaps.append(Chart.label(month + step, like: axis.positions[i].label))
    }
    for i in axis.positions.indices {
      let isGap = series.contains { one in
        one.points[i].value == nil && one.points[..<i].contains { $0.value != nil }
          && one.points[i...].contains { $0.value != nil }
      }
      if isGap { gaps.append(axis.positions[i].label) }
    }
    guard !gaps.isEmpty else { return }
    gaps.sort()
    let named = gaps.prefix(3).joined(separator: ", ")
    let more = gaps.count > 3 ? " and \(gaps.count - 3) more" : ""
    remarks.append("broken where there is no figure: \(named)\(more)")
  }

  /// The label of a missing period, written like its neighbours.
  private static func label(_ month: Month, like neighbour: String) -> String {
    neighbour.count == 4 ? "\(month.year)" : month.description
  }
}

private func points(_ cells: [Cell], _ positions: [Chart.Position]) -> [Chart.Point] {
  zip(cells, positions).map { cell, position in
    Chart.Point(cell.number, Chart.State(cell, at: position))
  }
}

extension Chart.State {
  fileprivate init(_ cell: Cell, at position: Chart.Position) {
    switch cell.state {
    case _ where position.isIncomplete: self = .incomplete
    case .derived: self = .derived
    case .provisional: self = .provisional
    case .ok, .missing, .notMeaningful: self = .ok
    }
  }
}
