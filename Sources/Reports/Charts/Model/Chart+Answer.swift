import Catalogue
import Engine
import Periods

extension Chart {
  /// The picture of an answer, in the form asked for or in the one that suits its kind.
  ///
  /// Nil for answers that no picture can be drawn of: single numbers, checks, spells and text.
  package init?(_ answer: Answer, as form: ChartForm? = nil, events: [Event] = []) {
    let content: ChartContent?
    switch answer.content {
    case .series(let points): content = ChartContent(points)
    case .table(let table): content = ChartContent(table)
    case .scalar, .periods, .check, .text: content = nil
    }
    guard let content, !content.cells.isEmpty, content.unit != .truth else { return nil }
    let known = content.cells.joined().lazy.filter(\.hasValue)
    guard !known.isEmpty else { return nil }

    let format = NumberFormat(content.unit, cells: known, isChange: content.isChange)
    self.init(
      form: .line,
      title: answer.description.isEmpty
        ? answer.reading
        : answer.description.filter { $0 != format.unitLabel }.joined(separator: " · "),
      format: format,
      axis: Axis(content.positions, step: content.step),
      series: zip(content.names, content.cells).map { name, cells in
        Series(
          name,
          zip(cells, content.positions).map { cell, position in
            Point(cell.number, State(cell, at: position))
          }
        )
      }
    )
    remarks =
      content.incomplete.isEmpty
      ? [] : ["* incomplete: \(content.incomplete.joined(separator: ", "))"]
    if !answer.sources.isEmpty || !answer.issuers.isEmpty {
      source = sourceLine(of: answer, width: .max)
    }
    if let span = axis.span {
      self.events = events.map(Mark.init).filter { mark in
        mark.start.index <= span.upperBound
          && (mark.end ?? mark.start).index >= span.lowerBound
      }
    }
    takeForm(form, for: content)
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
