import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// The last spell in which a condition holds and the longest: how long it has been so.
  package func streak(
    _ expression: Expression,
    lasting: Span?
  ) throws(Diagnostic) -> Answer {
    var answer = try when(expression, first: false, lasting: lasting)
    answer.reading = "streak \(expression)"
    answer.description[0] = "streak of \(expression.description)"
    guard case .periods(let spells) = answer.content else { return answer }
    let unit = spells.frequency.grain?.rawValue ?? "period"
    guard let last = spells.spells.last else {
      answer.context = ["it never held in \(counted(spells.compared, unit)) compared"]
      return answer
    }
    // Of equally long spells the later one is told.
    let longest = spells.spells.reversed().max { $0.length < $1.length } ?? last
    let state = last.isOpen ? "and still so in the last figure" : "but not after that"
    answer.context = ["\(last.words(unit)), \(state)"]
    let isLongest = longest.first == last.first
    answer.context.append(
      isLongest ? "no spell was longer" : "the longest: \(longest.words(unit))"
    )
    let rows = isLongest ? [("last, longest", last)] : [("last", last), ("longest", longest)]
    answer.content = .table(Answerer.table(rows, unit, spells.unit))
    return answer
  }

  private static func table(
    _ rows: [(name: String, spell: Spells.Spell)],
    _ grain: String,
    _ unit: Unit?
  ) -> Table {
    var columns = [
      Table.Column("spell", values: rows.map { .label($0.name) }),
      Table.Column("from", values: rows.map { .period($0.spell.first, through: nil) }),
      Table.Column("to", values: rows.map { .period($0.spell.last, through: nil) }),
      Table.Column(
        "\(grain)s",
        unit: .count,
        values: rows.map { .cell(Cell(Double($0.spell.length))) }
      ),
    ]
    if let unit {
      columns.append(
        Table.Column(
          "extreme",
          unit: unit,
          values: rows.map { .cell($0.spell.extreme ?? .missing(.notLoaded)) }
        )
      )
      columns.append(
        Table.Column(
          "in",
          values: rows.map { row in
            row.spell.extremePeriod.map { .period($0, through: nil) } ?? .label("")
          }
        )
      )
    }
    return Table(columns)
  }
}

extension Spells.Spell {
  /// `8 months, Apr–Nov 2025`.
  fileprivate func words(_ unit: String) -> String {
    let span = Period(from: first.start, through: last.end)
    return "\(counted(length, unit)), \(span.label)"
  }
}
