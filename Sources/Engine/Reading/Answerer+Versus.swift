import Catalogue
import Guidance
import Language
import Periods

// Columns side by side: series meet in their periods, numbers become rows.
extension Answerer {
  func versus(_ columns: [Expression], _ query: Query) throws(Diagnostic) -> Answer {
    var sides: [Side] = []
    for column in columns {
      let plan = try resolver.plan(Query(column))
      sides.append(Side(expression: column, plan: plan, outcome: evaluator.outcome(of: plan)))
    }
    alignIncompletePeriods(of: &sides)
    guard sides.allSatisfy({ $0.plan.kind.isScalar == sides[0].plan.kind.isScalar }) else {
      throw Diagnostic(
        "unit-mismatch",
        "one side is a single number, the other a series",
        at: columns[1].span
      )
    }
    let isNumbers = sides.allSatisfy { $0.plan.kind.isScalar && $0.plan.kind.dimensions.isEmpty }
    let content = isNumbers ? rows(sides) : try joined(sides)
    var answer = Answer(
      reading: query.description,
      description: describe(columns, sides.map(\.plan)),
      content: .table(content)
    )
    var seen: Set<Source> = []
    answer.sources = sides.flatMap { sources(of: $0.outcome.panel) }.filter {
      seen.insert($0).inserted
    }
    answer.issuers = issuers(of: sides.map(\.plan))
    if isNumbers { answer.context = difference(sides) }
    answer.notes = sides.flatMap { notes(on: $0.outcome, $0.plan, Query($0.expression)) }.uniqued
    return answer
  }

  struct Side {
    var expression: Expression
    var plan: Plan
    var outcome: Outcome
  }

  /// Where one number is for an incomplete year, the others count the same months of theirs.
  private func alignIncompletePeriods(of sides: inout [Side]) {
    guard let partial = sides.compactMap(\.outcome.partial).first,
      sides.allSatisfy({ $0.plan.kind.isScalar }),
      let grain = partial.period.grain
    else { return }
    var aligned = evaluator
    aligned.alignment = Evaluator.Alignment(
      grain: grain,
      months: partial.through - partial.period.start + 1
    )
    for index in sides.indices where sides[index].plan.kind.frequency == Frequency(grain) {
      let panel = aligned.run(sides[index].plan)
      guard let series = panel.columns.first?.series else { continue }
      let period = series.period(series.first)
      let whole = Period(start: period.start, length: grain.months)
      let isPartial = whole == partial.period
      sides[index].outcome = Outcome(panel: panel, partial: isPartial ? (whole, period.end) : nil)
    }
  }

  private func rows(_ sides: [Side]) -> Table {
    var columns = [
      Table.Column("query", values: sides.map { .label($0.expression.withoutWindow.description) }),
      Table.Column(
        "period",
        values: sides.map { side in
          guard let period = side.period else { return .label("") }
          return .period(period, through: side.outcome.through(period))
        }
      ),
    ]
    var units: [Unit] = []
    for side in sides where !units.contains(side.unit) { units.append(side.unit) }
    for unit in units {
      columns.append(
        Table.Column(
          "value",
          unit: unit,
          values: sides.map { $0.unit == unit ? .cell($0.cell) : .label("") },
          isChange: sides.allSatisfy(\.plan.isChange)
        )
      )
    }
    let bases = sides.map { basis(of: $0.plan) }
    if Set(bases).count > 1 || sides.contains(where: { isMirrored($0.plan) }) {
      columns.append(Table.Column("basis", values: bases.map { .label($0) }))
    }
    if Set(sides.map(\.cell.published)).count > 1 {
      columns.append(
        Table.Column(
          "published",
          values: sides.map { .label($0.cell.published.map(\.description) ?? "unknown") }
        )
      )
    }
    return Table(columns)
  }

  /// Two amounts differ by so much: the later from the earlier or, for one period, the second from
  /// the first.
  private func difference(_ sides: [Side]) -> [String] {
    guard sides.count == 2, sides[0].unit == sides[1].unit else { return [] }
    let isDated = sides[0].period != sides[1].period
    let pair =
      if isDated, let first = sides[0].period, let second = sides[1].period, second < first {
        (sides[1], sides[0])
      } else {
        (sides[0], sides[1])
      }
    guard let base = pair.0.cell.number, let value = pair.1.cell.number else { return [] }
    let unit: Unit = pair.0.unit == .percent ? .percentagePoints : pair.0.unit
    let change = Phrasing.amount(value - base, unit, signed: true)
    let from = pair.0.period.map(\.label) ?? "the first"
    let words = isDated ? "from \(from)" : "of the second against the first"
    guard pair.0.unit.currency != nil, base > 0 else { return ["difference \(change) \(words)"] }
    let percent = Phrasing.amount(100 * (value / base - 1), .percent, signed: true)
    return ["difference \(change) (\(percent)) \(words)"]
  }

  private func joined(_ sides: [Side]) throws(Diagnostic) -> Table {
    let frequency = sides[0].outcome.panel.frequency
    for side in sides where side.outcome.panel.frequency != frequency {
      throw Diagnostic(
        "frequency-mismatch",
        "one side is \(frequency.label), the other \(side.outcome.panel.frequency.label)",
        at: side.expression.span,
        fix: Fix(
          "group both: `by year`",
          replacing: SourceSpan(side.expression.span.end, side.expression.span.end),
          with: " by year"
        )
      )
    }
    if sides[0].plan.kind.isScalar { return joinedMembers(sides) }
    let series = sides.flatMap { side in side.outcome.panel.columns.map(\.series) }
    guard let first = series.map(\.first).min(), let end = series.map(\.end).max() else {
      return Table([])
    }
    let numbers = (first..<end).filter { number in series.contains { $0[number].isInformative } }
    let time = Table.Column(
      frequency.grain?.rawValue ?? "period",
      values: numbers.map { number in
        let period = frequency.period(number)
        return .period(period, through: sides.compactMap { $0.outcome.through(period) }.min())
      }
    )
    var columns = [time]
    let labels = labels(of: sides)
    for (side, label) in zip(sides, labels) {
      for column in side.outcome.panel.columns {
        columns.append(
          Table.Column(
            column.members.isEmpty ? label : "\(label) · \(column.name)",
            unit: side.unit,
            values: numbers.map { .cell(column.series[$0]) },
            isChange: side.plan.isChange
          )
        )
      }
    }
    return Table(columns, hasWindow: sides.contains { $0.expression.hasWindow })
  }

  /// The sides in words: without their windows, unless these are all that tells them apart.
  private func labels(of sides: [Side]) -> [String] {
    let short = sides.map { $0.expression.withoutTime.description }
    return Set(short).count == short.count ? short : sides.map(\.expression.description)
  }

  /// Members with one number for each side.
  private func joinedMembers(_ sides: [Side]) -> Table {
    let names = sides[0].outcome.panel.columns.map(\.members)
    var columns = [
      Table.Column(
        sides[0].plan.kind.dimensions.joined(separator: ", "),
        values: sides[0].outcome.panel.columns.map { .label($0.name) }
      )
    ]
    for side in sides {
      let cells = Dictionary(
        side.outcome.panel.columns.map { ($0.members, $0.series.cells.first) }
      ) { first, _ in first }
      columns.append(
        Table.Column(
          side.expression.description,
          unit: side.unit,
          values: names.map { .cell((cells[$0] ?? nil) ?? .missing(.notLoaded)) },
          isChange: side.plan.isChange,
          period: side.period,
          through: side.period.flatMap(side.outcome.through)
        )
      )
    }
    return Table(columns)
  }
}

extension Answerer.Side {
  var cell: Cell { outcome.panel.columns.first?.series.cells.first ?? .missing(.notLoaded) }
  var unit: Unit { plan.kind.unit ?? .ratio }

  var period: Period? {
    guard plan.hasPeriod, let series = outcome.panel.columns.first?.series else { return nil }
    return series.period(series.first)
  }
}

extension [Note] {
  /// The first note of each code, in the order of their appearance.
  var uniqued: [Note] {
    var seen: Set<String> = []
    return filter { seen.insert($0.code).inserted }
  }
}

extension Expression {
  /// The expression without windows and groups of time, which the first column of a table shows.
  fileprivate var withoutTime: Expression {
    var copy = withoutWindow
    copy.mapPhrases { phrase, _ in
      if phrase.qualifiers.grouping?.isTemporal == true { phrase.qualifiers.grouping = nil }
    }
    return copy
  }

  /// The expression without windows, for the heading of a column.
  var withoutWindow: Expression {
    var copy = self
    copy.mapPhrases { phrase, _ in
      phrase.qualifiers.window = nil
      if case .aggregate(let name, var inner) = phrase.head {
        inner.qualifiers.window = nil
        phrase.head = .aggregate(name, inner)
      }
    }
    return copy
  }
}
