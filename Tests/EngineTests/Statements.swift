import Catalogue
import Engine
import Guidance
import Language
import Periods

extension Desk {
  /// The answer of a statement of the toolbox, or of a query.
  func answer(_ text: String) throws(Diagnostic) -> Answer {
    let answerer = Answerer(bench)
    switch try parse(text, statementVocabulary) {
    case .query(let query)?: return try answerer.answer(query)
    case .command(let command)?: return try answer(command, answerer)
    case nil: throw Diagnostic("no-query", "'\(text)' is no query")
    }
  }

  private func answer(_ command: Command, _ answerer: Answerer) throws(Diagnostic) -> Answer {
    switch (command.name.text, command.argument) {
    case ("regress", .regression(let regression)): try answerer.regress(regression)
    case ("granger", .regression(let regression)): try answerer.granger(regression)
    case ("unitroot", .regression(let regression)): try answerer.unitRoot(regression)
    case ("breaks", .regression(let regression)): try answerer.breaks(regression)
    case ("gravity", .gravity(let query, let names, let words)):
      try answerer.gravity(query, on: names, using: words)
    case ("split", .query(let query)): try answerer.split(query)
    case ("shiftshare", .query(let query)): try answerer.shiftShare(query)
    case ("complexity", .query(let query)): try answerer.complexity(query)
    case ("turns", .query(let query)): try answerer.turns(query)
    case ("project", .projection(let expression, let end, let rate)):
      try answerer.project(expression, to: end, at: rate)
    case ("when", .condition(let first, let expression, let lasting)):
      try answerer.when(expression, first: first, lasting: lasting)
    case ("streak", .condition(_, let expression, let lasting)):
      try answerer.streak(expression, lasting: lasting)
    case ("pace of", .target(let expression, let amount, let end)),
      ("pace", .target(let expression, let amount, let end)):
      try answerer.pace(expression, to: amount, by: end)
    default: throw Diagnostic("unknown-name", "no statement of the toolbox")
    }
  }

  /// The words of the bench and those of the statements, which the shell keeps.
  private var statementVocabulary: Vocabulary {
    var vocabulary = bench.vocabulary
    let shapes: [(CommandShape, [String])] = [
      (.regression, ["regress", "granger"]), (.testing, ["unitroot", "breaks"]),
      (.gravity, ["gravity"]), (.query, ["split", "shiftshare", "turns", "complexity"]),
      (.projection, ["project"]), (.target, ["pace", "pace of"]), (.condition, ["when", "streak"]),
    ]
    for (shape, names) in shapes {
      for name in names { vocabulary.add(name, Term(.statement(shape), name)) }
    }
    return vocabulary
  }

  /// The code with which an entry is refused; nil where it is answered.
  func code(_ text: String) -> String? {
    do throws(Diagnostic) {
      _ = try answer(text)
      return nil
    } catch {
      return error.code.rawValue
    }
  }
}

extension Answer {
  /// A number of the answer: `2:t` or `steel:value` in the table by row and column, a year in the
  /// series, `-` for the only number, `rows` of a table and the month of its first period as `place`,
  /// `spells` with `0:length` and `0:first`, else a statistic.
  func number(_ key: String) -> Double? {
    if case .periods(let spells) = content { return spells.number(key) }
    if case .table(let table) = content {
      if key == "rows" { return Double(table.rowCount) }
      if key == "place", case .period(let period, _)? = table.columns.first?.values.first {
        return Double(period.start.index)
      }
    }
    if key == "-", case .scalar(let scalar) = content { return scalar.cell.number }
    if case .series(let points) = content {
      return points.points.first { $0.period.description == key }?.cell.number
    }
    let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, case .table(let table) = content else {
      return statistics.first { $0.name == key }?.value
    }
    let labels = (0..<table.rowCount).map { row -> String in
      if case .label(let text)? = table.columns.first?.values[row] { text.lowercased() } else { "" }
    }
    guard let row = Int(parts[0]) ?? labels.firstIndex(of: parts[0].lowercased()),
      let column = table.columns.first(where: { $0.name == parts[1] }), row < table.rowCount,
      case .cell(let cell) = column.values[row]
    else { return nil }
    return cell.number
  }
}

extension Spells {
  fileprivate func number(_ key: String) -> Double? {
    if key == "spells" { return Double(spells.count) }
    let parts = key.split(separator: ":")
    guard parts.count == 2, let place = Int(parts[0]), place < spells.count else { return nil }
    let spell = spells[place]
    return parts[1] == "length" ? Double(spell.length) : Double(spell.first.start.index)
  }
}
