import Engine
import Guidance
import Language
import Periods

/// A query, or a condition behind `when`: what is worked out to find an answer.
package struct Computation: Sendable {
  package var form: Form

  package enum Form: Sendable {
    case query(Query)
    case condition(Expression, first: Bool, lasting: Span?)
  }

  package init(_ query: Query) { form = .query(query) }

  /// Reads an entry; throws what is wrong with it, or that it is no computation.
  package init(_ text: String, _ vocabulary: Vocabulary) throws(Diagnostic) {
    switch try parse(text, vocabulary) {
    case .query(let query): form = .query(query)
    case .command(let command):
      guard case .condition(let first, let expression, let lasting) = command.argument else {
        throw Diagnostic(
          "not-an-answer",
          "`\(command.name.text)` computes nothing that could be an answer",
          at: command.name.span
        )
      }
      form = .condition(expression, first: first, lasting: lasting)
    case nil: throw Diagnostic("not-an-answer", "an answer belongs here")
    }
  }

  package var query: Query? {
    if case .query(let query) = form { query } else { nil }
  }

  /// The computation in canonical text.
  package var text: String {
    switch form {
    case .query(let query): return query.description
    case .condition(let expression, let first, let lasting):
      let words = ["when", first ? "first" : nil, "\(expression)", lasting.map { "for \($0)" }]
      return words.compactMap(\.self).joined(separator: " ")
    }
  }

  package func answer(on bench: Workbench) throws(Diagnostic) -> Answer {
    switch form {
    case .query(let query): try Answerer(bench).answer(query)
    case .condition(let expression, let first, let lasting):
      try Answerer(bench).when(expression, first: first, lasting: lasting)
    }
  }

  /// What the computation comes to for a question of a kind.
  package func finding(_ kind: Question.Kind, on bench: Workbench) throws(Diagnostic) -> Finding {
    try answer(on: bench).finding(kind, of: text)
  }
}

extension Answer {
  /// The answer as one of a kind; throws where it is none, saying what it is instead.
  package func finding(_ kind: Question.Kind, of text: String) throws(Diagnostic) -> Finding {
    func refusal(_ sentence: String) -> Diagnostic {
      Diagnostic("not-an-answer", "`\(text)` \(sentence)")
    }
    switch (kind, content) {
    case (.number, .scalar(let scalar)):
      guard let value = scalar.cell.number, value.isFinite else {
        throw refusal("has no value: there is no figure, or growth has no meaning there")
      }
      return .number(Measured(value, scalar.unit, isChange: scalar.isChange))
    case (.number, .series), (.number, .table):
      throw refusal("gives several numbers, and the question asks for one: say for which period")
    case (.query, .scalar(let scalar)):
      let value = scalar.cell.number.map { Measured($0, scalar.unit, isChange: scalar.isChange) }
      return .figures(Figures(rows: [("", value)]))
    case (.query, .series), (.query, .table): return .figures(figures)
    case (.truth, .check(let check)): return .truth(check.holds)
    case (.period, .scalar(let scalar)):
      guard let period = scalar.period else { throw refusal("is a number of no period") }
      return .period(period)
    case (.period, .periods(let spells)):
      guard let spell = spells.spells.first else { throw refusal("never holds") }
      return .period(spell.first)
    case (.partner, .table), (.ranking, .table):
      let names = labels
      guard let first = names.first else { throw refusal("names nobody") }
      return .names(kind == .partner ? [first] : names)
    default: throw refusal("is no answer of that kind: \(kind.invitation)")
    }
  }

  /// The first column of labels of a table.
  private var labels: [String] {
    guard case .table(let table) = content else { return [] }
    for column in table.columns {
      let labels = column.values.compactMap { value in
        if case .label(let label) = value { label } else { nil }
      }
      if labels.count == column.values.count { return labels }
    }
    return []
  }

  private var figures: Figures {
    switch content {
    case .series(let points):
      return Figures(
        rows: points.points.map { point in
          let value = point.cell.number.map {
            Measured($0, points.unit, isChange: points.isChange)
          }
          return (point.period.description, value)
        }
      )
    case .table(let table): return table.figures
    default: return Figures(rows: [])
    }
  }
}

extension Table {
  /// The numbers by the labels of their row and, where there are several columns, of their column.
  fileprivate var figures: Figures {
    var rows: [(label: String, value: Measured?)] = []
    let numbers = columns.filter { $0.unit != nil }
    for row in 0..<rowCount {
      let label = columns.compactMap { column -> String? in
        switch column.values[row] {
        case .label(let label): label
        case .period(let period, _): period.description
        case .cell: nil
        }
      }.joined(separator: " ")
      for column in numbers {
        guard case .cell(let cell) = column.values[row], let unit = column.unit else { continue }
        let name = numbers.count > 1 ? "\(label) \(column.name)" : label
        rows.append((name, cell.number.map { Measured($0, unit, isChange: column.isChange) }))
      }
    }
    return Figures(rows: rows)
  }
}
