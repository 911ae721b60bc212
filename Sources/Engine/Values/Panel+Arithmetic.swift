import Catalogue
import Language
import Periods

extension Panel {
  /// Combines two panels cell by cell.
  ///
  /// Columns with the same members meet; a panel of one column meets every column of the other. A
  /// number meets every period of a series; two series meet in the periods that both have.
  func combined(with other: Panel, _ combine: (Cell, Cell) -> Cell) -> Panel {
    var result: [Column] = []
    if other.columns.count == 1, other.columns[0].members.isEmpty {
      for column in columns {
        result.append(
          Column(
            column.members,
            joined(column.series, other.columns[0].series, other.isScalar, combine)
          )
        )
      }
    } else if columns.count == 1, columns[0].members.isEmpty {
      for column in other.columns {
        result.append(
          Column(
            column.members,
            joined(columns[0].series, column.series, other.isScalar, combine)
          )
        )
      }
    } else {
      let others = Dictionary(other.columns.map { ($0.members, $0.series) }) { first, _ in first }
      for column in columns {
        guard let series = others[column.members] else { continue }
        result.append(
          Column(column.members, joined(column.series, series, other.isScalar, combine))
        )
      }
    }
    return Panel(result, isScalar: isScalar && other.isScalar)
  }

  private func joined(
    _ left: Series,
    _ right: Series,
    _ rightIsScalar: Bool,
    _ combine: (Cell, Cell) -> Cell
  ) -> Series {
    if rightIsScalar {
      let number = right.cells.first ?? .missing(.outOfRange)
      return Series(
        left.frequency,
        first: left.first,
        cells: left.cells.map { combine($0, number) }
      )
    }
    if isScalar {
      let number = left.cells.first ?? .missing(.outOfRange)
      return Series(
        right.frequency,
        first: right.first,
        cells: right.cells.map { combine(number, $0) }
      )
    }
    let first = max(left.first, right.first)
    let end = max(first, min(left.end, right.end))
    return Series(
      left.frequency,
      first: first,
      cells: (first..<end).map { combine(left[$0], right[$0]) }
    )
  }

  /// Adds panels, missing where one of them is.
  static func sum(_ panels: [Panel]) -> Panel {
    guard let first = panels.first else { return Panel([]) }
    return panels.dropFirst().reduce(first) { total, panel in
      total.combined(with: panel) { Cell.computed(from: [$0, $1]) { $0[0] + $0[1] } }
    }
  }
}
