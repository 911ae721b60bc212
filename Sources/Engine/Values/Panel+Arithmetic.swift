import Catalogue
import Language
import Periods

extension Panel {
  /// Combines two panels cell by cell.
  ///
  /// Columns with the same members meet, as far as both keep the same dimensions apart; a panel of
  /// one column meets every column of the other. A number meets every period of a series; two series meet in the periods that both have.
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
    } else if other.dimensions.count > dimensions.count, dimensions.isSubset(of: other.dimensions) {
      let own = Dictionary(columns.map { ($0.members, $0.series) }) { first, _ in first }
      for column in other.columns {
        let members = column.members.filter { dimensions.contains($0.dimension) }
        guard let series = own[members] else { continue }
        result.append(
          Column(column.members, joined(series, column.series, other.isScalar, combine))
        )
      }
    } else {
      let shared = other.dimensions.isSubset(of: dimensions) ? other.dimensions : dimensions
      let others = Dictionary(other.columns.map { ($0.members, $0.series) }) { first, _ in first }
      for column in columns {
        let members = column.members.filter { shared.contains($0.dimension) }
        guard let series = others[members] else { continue }
        result.append(
          Column(column.members, joined(column.series, series, other.isScalar, combine))
        )
      }
    }
    return Panel(result, isScalar: isScalar && other.isScalar)
  }

  /// What the columns keep apart.
  private var dimensions: Set<String> {
    Set(columns.first?.members.map(\.dimension) ?? [])
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
      total.combined(with: panel) { Cell.computed($0, $1) { $0 + $1 } }
    }
  }
}
