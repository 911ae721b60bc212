import Catalogue
import Guidance
import Language
import Periods

/// How broad and how deep exports are beside those of the world.
enum Margins {
  /// The exports of a country and of the world by product, period by period.
  static func panel(
    _ panels: [Panel],
    _ margin: (_ own: Double, _ shared: Double, _ world: Double) -> Double
  ) -> Panel {
    let own = panels[0].withoutRest
    let world = Dictionary(
      panels[2].withoutRest.columns.map { ($0.members, $0.series) }
    ) { first, _ in first }
    let series = own.columns.map(\.series)
    guard let first = series.map(\.first).min(), let end = series.map(\.end).max() else {
      return .number(.missing(.notLoaded))
    }
    let cells = (first..<end).map { number -> Cell in
      let sold = own.columns.filter { ($0.series[number].number ?? 0) > 0 }
      let worldCells = world.values.map { $0[number] }.filter(\.hasValue)
      guard !sold.isEmpty, !worldCells.isEmpty else { return .missing(.notLoaded) }
      let shared = sold.reduce(0) { $0 + (world[$1.members]?[number].number ?? 0) }
      let total = worldCells.reduce(0) { $0 + $1.value }
      return Cell.computed(from: sold.map { $0.series[number] } + worldCells) { values in
        margin(values[..<sold.count].reduce(0, +), shared, total)
      }
    }
    return Panel(
      Series(own.frequency, first: first, cells: cells),
      isScalar: panels[0].isScalar
    )
  }

  static func kind(
    _ arguments: [Plan],
    for entry: Entry,
    at span: SourceSpan
  ) throws(Diagnostic) -> Kind {
    guard arguments[0].kind.dimensions == ["product"] else {
      throw Diagnostic(
        "needs-members",
        "`\(entry.name)` needs members: `\(entry.name)(exports by product)`",
        at: span
      )
    }
    var kind = arguments[0].kind.with(unit: .percent, nature: .level)
    kind.dimensions = []
    return kind
  }
}
